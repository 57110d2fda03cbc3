import { estimateCost } from '../../../shared/cost/estimate.ts'
import { answer } from '../../../shared/contract.ts'
import { indexOf } from '../../../shared/document/query.ts'
import type { Command } from '../command.ts'
import { loadDesign } from '../load-design.ts'
import { DESIGN_PLACE, JSON_OPTION } from '../options.ts'
import { costText } from '../text/cost.ts'

/** Thousandths of a dollar as dollars. */
const usd = (mills: number): number => mills / 1000

/** `causeway cost`: what a design costs in a month, as far as that is fixed. */
export const costCommand: Command = {
  name: 'cost',
  summary: 'Estimate the fixed monthly charges of a design.',
  places: DESIGN_PLACE,
  options: { json: JSON_OPTION },
  notes: ['Amounts are 730 hours at list prices for us-east-1; prices vary by Region and change. What depends on traffic is named with its price and not added: a design holds no volumes. What has no known price is "cannot tell".'],
  run: async (given, output) => {
    const loaded = await loadDesign(given.places[0] ?? '', output)
    if (!loaded.ok) return loaded
    const index = indexOf(loaded.value)
    const estimate = estimateCost(index)
    if (!given.isSet('json')) {
      output.print(costText(index, estimate, output.width))
      return answer(0)
    }
    const lines = estimate.lines.map(({ resource, mills, charges, usage, untold, notes = [] }) => ({
      resource,
      monthlyUsd: usd(mills),
      charges: charges.map(({ price, units, mills: each, at }) => ({ price: price.label, usdPerHour: price.value, units, monthlyUsd: usd(each), at, fact: price.fact })),
      usage: usage.map(({ label, value, per, fact }) => ({ price: label, usd: value, per, fact })),
      untold,
      notes,
    }))
    const within = Object.fromEntries([...estimate.within].map(([id, { mills, untold }]) => [id, { monthlyUsd: usd(mills), untold }]))
    output.print(JSON.stringify({ currency: 'USD', total: { monthlyUsd: usd(estimate.total.mills), untold: estimate.total.untold }, lines, within, prices: estimate.prices, notAws: estimate.notAws }, null, 2))
    return answer(0)
  },
}
