import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { covers, inOrder } from '../readings/acl-entries.ts'
import { fewFixes } from '../remedies/few-fixes.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'network-acl-rule-hidden',
  catalogue: 'R-EDGE-07',
  title: 'Network ACL rule is never reached',
  severity: 'warning',
  profiles: ['security'],
  appliesTo: ['network-acl'],
  why: 'The rules of a network ACL are asked in order of their numbers, and the first that matches decides. A later rule that speaks of nothing else has no effect, whatever it says.',
  remedy: 'Give the narrower rule the lower number, or remove it.',
  sources: [{ fact: 'F-EDGE-31', checked: CHECKED }],
  messages: {
    overruled: '{direction} rule {number} of {list} ({action} {block}) never has an effect: rule {earlier} decides before it and says the opposite.',
    idle: '{direction} rule {number} of {list} ({action} {block}) has no effect: rule {earlier} says the same of more.',
  },
  checkEach: {
    *'network-acl'(list) {
      const offer = fewFixes()
      for (const egress of [false, true]) {
        const entries = inOrder(list, egress)
        for (const [at, entry] of entries.entries()) {
          const earlier = entries.slice(0, at).find((other) => covers(other, entry))
          if (!earlier) continue
          const isOverruled = earlier.RuleAction !== entry.RuleAction
          yield {
            message: isOverruled ? 'overruled' : 'idle',
            slots: { direction: egress ? 'Outbound' : 'Inbound', number: entry.RuleNumber, list: displayName(list), action: entry.RuleAction, block: entry.CidrBlock ?? entry.Ipv6CidrBlock ?? '', earlier: earlier.RuleNumber },
            resources: [list.id],
            field: 'Entries',
            fixes: offer(list.id, () => [fix(`Remove rule ${entry.RuleNumber} of ${displayName(list)}`, setField(list, 'Entries', list.Entries.filter((other) => other !== entry)))]),
            ...(isOverruled ? {} : { severity: 'advice' }),
          }
        }
      }
    },
  },
})
