import { answer } from '../../../shared/contract.ts'
import { quotaUsage } from '../../../shared/rules/quota-usage.ts'
import type { Command } from '../command.ts'
import { loadDesign } from '../load-design.ts'
import { DESIGN_PLACE, JSON_OPTION } from '../options.ts'
import { quotasText } from '../text/quotas.ts'

/** `causeway quotas`: how much of AWS's quotas a design uses. */
export const quotasCommand: Command = {
  name: 'quotas',
  summary: "Tell how much of AWS's quotas a design uses, nearest to the limit first.",
  places: DESIGN_PLACE,
  options: {
    all: { help: 'list quotas that nothing in the design uses, too' },
    json: JSON_OPTION,
  },
  notes: ["Increases that are recorded in the design go before AWS's defaults. What is over a quota is a finding of \"causeway check\"; this command always ends with exit code 0."],
  run: async (given, output) => {
    const loaded = await loadDesign(given.places[0] ?? '', output)
    if (!loaded.ok) return loaded
    const usage = quotaUsage(loaded.value)
    if (!given.isSet('json')) {
      output.print(quotasText(usage, given.isSet('all'), output.width))
      return answer(0)
    }
    const listed = usage.filter(({ uses, recorded }) => given.isSet('all') || uses.length > 0 || recorded !== undefined)
    const quotas = listed.map(({ name, fact: { label, value, adjustable, most, fact }, quota, recorded, uses, notCounted, leavesOut }) => ({ name, label, value: quota.value, default: value, isRaised: quota.isRaised, adjustable, most, fact, recorded, uses, notCounted, leavesOut }))
    output.print(JSON.stringify({ quotas }, null, 2))
    return answer(0)
  },
}
