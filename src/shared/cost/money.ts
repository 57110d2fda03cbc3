import { MONTH_HOURS } from '../facts/prices.ts'

/**
 * What a price by the hour comes to in a month, in mills: thousandths of a US dollar. Whole, so that totals are exactly what is
 * added up: prices have up to four decimals, and a month's 730 hours make whole mills of them.
 */
export function monthlyMills(usdPerHour: number, units = 1): number {
  return Math.round(usdPerHour * 10_000) * (MONTH_HOURS / 10) * units
}

/** `$1,642.50` for an amount in mills. */
export function formatMills(mills: number): string {
  const [whole = '', cents = ''] = (Math.round(mills / 10) / 100).toFixed(2).split('.')
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

/** `$0.045` for a price in US dollars. */
export function formatUsd(usd: number): string {
  const text = String(usd)
  return `$${/\.\d{2,}$/.test(text) ? text : usd.toFixed(2)}`
}
