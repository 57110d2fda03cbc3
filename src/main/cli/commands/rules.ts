import { answer, refuse } from '../../../shared/contract.ts'
import { CATALOGUE, NOT_CHECKED } from '../../../shared/rules/catalogue.ts'
import { RULES } from '../../../shared/rules/index.ts'
import type { Command } from '../command.ts'
import { JSON_OPTION } from '../options.ts'
import { ruleText, rulesText } from '../text/rules.ts'

/** `causeway rules`: what is checked, and what is not. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: 'List the review rules, or explain one.',
  places: { label: '[<rule>]', least: 0, most: 1 },
  options: { json: JSON_OPTION },
  notes: ['<rule> is an id, or the number of a catalogue entry such as R-VPN-02.'],
  run: async (given, output) => {
    const [wanted] = given.places
    const asJson = given.isSet('json')
    if (wanted === undefined) {
      const rules = RULES.map(({ check: _, checkEach: __, ...documented }) => documented)
      output.print(asJson ? JSON.stringify({ rules, notChecked: NOT_CHECKED, catalogue: CATALOGUE.length }, null, 2) : rulesText(output.width))
      return answer(0)
    }
    const rule = RULES.find(({ id, catalogue, alsoCovers = [] }) => [id, catalogue, ...alsoCovers].includes(wanted))
    const reason = NOT_CHECKED[wanted]
    if (!rule && reason === undefined) return refuse('bad-use', `there is no rule ${wanted}; "causeway rules" lists them`)
    const { check: _, checkEach: __, ...documented } = rule ?? { id: wanted, notChecked: reason, check: undefined, checkEach: undefined }
    output.print(asJson ? JSON.stringify(documented, null, 2) : rule ? ruleText(rule, output.width) : `${wanted} is not checked: ${reason}`)
    return answer(0)
  },
}
