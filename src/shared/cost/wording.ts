import { formatMills, formatUsd } from './money.ts'
import type { CostEstimate, CostLine, CostSum } from './estimate.ts'
import type { PriceFact } from '../facts/prices.ts'

/** A sum in short: `$36.50/mo`, with a plus where something cannot be told. */
export function sumWords({ mills, untold }: CostSum): string {
  if (untold > 0 && mills === 0) return 'cannot tell'
  return `${formatMills(mills)}/mo${untold > 0 ? ' + ?' : ''}`
}

/** `$0.02 per GB sent into the transit gateway`. */
export function usageWords({ value, per, label }: PriceFact): string {
  return per === 'GB' ? `${formatUsd(value)} per GB ${label}` : `${formatUsd(value)} an hour for ${label}`
}

/** What an amount is made of, what comes by use, what cannot be told, and what is not in it; a line each. */
export function costWords({ charges, usage, untold, notes = [] }: Pick<CostLine, 'charges' | 'usage' | 'untold' | 'notes'>): readonly string[] {
  return [
    ...charges.map(({ price, units, mills }) => `${units === 1 ? '' : `${units} × `}${price.label} at ${formatUsd(price.value)} an hour: ${formatMills(mills)} a month`),
    ...untold.map(({ why }) => `cannot tell: ${why}`),
    ...notes,
    ...usage.map(usageWords),
  ]
}

/** A price with where and when it was read. */
export function priceWords({ value, per, label, fact, region, grade, dated, checked, source }: PriceFact): string {
  return `${label}: ${formatUsd(value)} ${per === 'GB' ? 'per GB' : 'an hour'} (${fact}, ${region}, ${grade === 'third-party' ? 'copy kept by others' : grade}, ${dated ?? checked}, ${source})`
}

/** How old the prices are: `2024`, or `2024 to 2026-09-20`. */
function datesOf(prices: readonly PriceFact[]): string {
  const dates = prices.map(({ dated, checked }) => dated ?? checked).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  return first === undefined ? '' : first === last ? ` of ${first}` : ` of ${first} to ${last}`
}

/** What a design costs as a whole, and what that rests on; a line each. */
export function totalWords({ total, prices }: CostEstimate): readonly string[] {
  return [
    `${formatMills(total.mills)} a month in fixed charges`,
    ...(total.untold === 0 ? [] : [`and what cannot be told of ${total.untold} ${total.untold === 1 ? 'resource' : 'resources'}`]),
    'without what traffic and use cost',
    `list prices of ${[...new Set(['us-east-1', ...prices.map(({ region }) => region)])].join(' and ')}${datesOf(prices)} in copies kept by others`,
    'prices vary by Region and change',
  ]
}
