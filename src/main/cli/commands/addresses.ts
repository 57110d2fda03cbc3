import { answer } from '../../../shared/contract.ts'
import { planOf, planVpc } from '../../../shared/document/addresses/plan.ts'
import { indexOf } from '../../../shared/document/query.ts'
import type { Command } from '../command.ts'
import { loadDesign } from '../load-design.ts'
import { DESIGN_PLACE, JSON_OPTION } from '../options.ts'
import { addressesJson, addressesText } from '../text/addresses.ts'

/** `causeway addresses`: who has which addresses, and what is free. */
export const addressesCommand: Command = {
  name: 'addresses',
  summary: 'Print the IP plan: what is taken of each pool and VPC, by whom, and what is free.',
  places: DESIGN_PLACE,
  options: { json: JSON_OPTION },
  notes: ['Exit code 1 when two networks have the same addresses.'],
  run: async (given, output) => {
    const loaded = await loadDesign(given.places[0] ?? '', output)
    if (!loaded.ok) return loaded
    const index = indexOf(loaded.value)
    const plan = planOf(index)
    const vpcs = index.all('vpc').flatMap(({ id }) => planVpc(index, id) ?? [])
    output.print(given.isSet('json') ? JSON.stringify(addressesJson(plan, vpcs), null, 2) : addressesText(plan, vpcs, output.width))
    return answer(plan.clashes.length > 0 ? 1 : 0)
  },
}
