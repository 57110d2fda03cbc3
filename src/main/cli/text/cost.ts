import type { CostEstimate } from '../../../shared/cost/estimate.ts'
import { formatMills } from '../../../shared/cost/money.ts'
import { costWords, priceWords, sumWords, totalWords } from '../../../shared/cost/wording.ts'
import { boxCaption } from '../../../shared/drawing/captions.ts'
import { boxOf } from '../../../shared/document/groups.ts'
import type { DesignIndex } from '../../../shared/document/query.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import { definitionOf } from '../../../shared/model/index.ts'
import { nameOfId } from './names.ts'
import { table } from './table.ts'
import { wrap } from './wrap.ts'

/** An estimate for people: each resource, the sums by account, Region and VPC, the total, and the prices with their sources. */
export function costText(index: DesignIndex, estimate: CostEstimate, width: number): string {
  const { lines, within, prices, notAws } = estimate
  if (lines.length === 0) return 'Nothing in the design has a price of AWS.'
  const shown = lines.map((line) => [line.untold.length > 0 && line.mills === 0 ? 'cannot tell' : sumWords({ mills: line.mills, untold: line.untold.length }), nameOfId(index, line.resource), costWords(line).join('; ')])
  const nameOf = (id: string): string => {
    const box = boxOf(index, id)
    return box ? boxCaption(box).title : nameOfId(index, id as ResourceId)
  }
  const sums = [...within].map(([id, sum]) => [sumWords(sum), nameOf(id)])
  const others = notAws.map((kind) => definitionOf(kind).plural.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()))
  return [
    table(shown, { indent: '', width }),
    ...(sums.length === 0 ? [] : ['', 'Within', table(sums, { indent: '  ', width })]),
    '',
    `Total: ${formatMills(estimate.total.mills)} a month`,
    ...totalWords(estimate).slice(1).map((line) => `  ${line}`),
    ...(others.length === 0 ? [] : [wrap(`Not AWS's, and not counted: ${others.join(', ')}`, width, '  ')]),
    '',
    'Prices',
    ...prices.map((price) => wrap(priceWords(price), width, '    ').replace(/^/, '  ')),
  ].join('\n')
}
