import { answer, refuse } from '../../../shared/contract.ts'
import { NOT_CHECKED } from '../../../shared/rules/catalogue.ts'
import { EXAMPLES } from '../../../shared/rules/examples.ts'
import { type Rule, RULES } from '../../../shared/rules/index.ts'
import { coverage, entryOf, findRule } from '../../../shared/rules/reference.ts'
import type { Command } from '../command.ts'
import { JSON_OPTION } from '../options.ts'
import { ruleText, rulesText } from '../text/rules.ts'

const documented = (rule: Rule) => ({ ...entryOf(rule), examples: EXAMPLES[rule.id] ?? [] })

/** `causeway rules`: what is checked, and what is not. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: 'List the review rules, or explain one.',
  places: { label: '[<rule>]', least: 0, most: 1 },
  options: { json: JSON_OPTION },
  notes: ['<rule> is an id, or the number of a catalogue entry such as R-VPN-02.'],
  run: async (given, output) => {
    const [wanted] = given.places
    const print = (value: unknown, text: () => string) => output.print(given.isSet('json') ? JSON.stringify(value, null, 2) : text())
    if (wanted === undefined) {
      print({ rules: RULES.map(documented), notChecked: NOT_CHECKED, coverage: coverage(EXAMPLES) }, () => rulesText(output.width))
      return answer(0)
    }
    const rule = findRule(wanted)
    const reason = NOT_CHECKED[wanted]
    if (rule) print(documented(rule), () => ruleText(entryOf(rule), EXAMPLES[rule.id] ?? [], output.width))
    else if (reason !== undefined) print({ id: wanted, notChecked: reason }, () => `${wanted} is not checked: ${reason}`)
    else return refuse('bad-use', `there is no rule ${wanted}; "causeway rules" lists them`)
    return answer(0)
  },
}
