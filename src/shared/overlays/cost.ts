import { estimateCost } from '../cost/estimate.ts'
import { costWords, priceWords, sumWords, totalWords } from '../cost/wording.ts'
import type { Remark } from '../drawing/remarks.ts'
import type { OverlayMaker } from './overlay.ts'

/** What each thing costs in a month, and VPCs, Regions and accounts together. What is down costs as much. */
export const costOverlay: OverlayMaker = function* ({ network: { index } }) {
  yield 0
  const estimate = estimateCost(index)
  const at = new Map<string, Remark>()
  for (const [id, sum] of estimate.within) at.set(id, { text: sumWords(sum), sign: sum.untold > 0 ? 'price-untold' : 'price' })
  for (const line of estimate.lines) {
    if (line.mills === 0 && line.untold.length === 0 && line.usage.length === 0) continue
    const sign = line.untold.length > 0 ? 'price-untold' : line.mills > 0 ? 'price' : 'usage'
    const text = line.mills > 0 || line.untold.length === 0 ? sumWords({ mills: line.mills, untold: line.untold.length }) : 'cannot tell'
    at.set(line.resource, { text: sign === 'usage' ? 'by use' : text, sign, hint: costWords(line).join('; ') })
  }
  return { overlay: 'cost', at, summary: totalWords(estimate), basis: estimate.prices.map(priceWords) }
}
