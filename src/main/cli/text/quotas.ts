import type { Adjustable } from '../../../shared/facts/quotas.ts'
import { type QuotaUsage, shareOf } from '../../../shared/rules/quota-usage.ts'
import { count, table } from './table.ts'

const RAISE: Readonly<Record<Adjustable, string>> = { 'by-request': 'on request', 'by-account-team': 'by the account team', no: 'fixed' }

function limitText({ quota, fact, recorded }: QuotaUsage): string {
  if (!quota.isRaised) return `default ${fact.value}, ${RAISE[fact.adjustable]}`
  const said = [recorded?.author, recorded?.created, recorded?.note].filter((part) => part !== undefined && part !== '')
  return `raised from ${fact.value}${said.length === 0 ? '' : ` (${said.join(', ')})`}`
}

function rowOf(usage: QuotaUsage): string[] {
  const [first] = usage.uses
  const use = usage.notCounted !== undefined ? 'not counted' : first ? `${first.count} of ${first.limit}` : `0 of ${usage.quota.value}`
  const share = first ? `${Math.round(shareOf(first) * 100)} %` : ''
  const others = usage.uses.length > 1 ? ` and ${usage.uses.length - 1} more` : ''
  return [share.padStart(5), use, usage.fact.label, `${first ? `${first.where}${others}; ` : ''}${limitText(usage)}`]
}

/** The quotas with what is nearest to each of them, nearest first; unused ones only when asked for. */
export function quotasText(usage: readonly QuotaUsage[], isAll: boolean, width: number): string {
  const nearest = ({ uses: [first] }: QuotaUsage) => (first ? shareOf(first) : -1)
  const sorted = [...usage].sort((a, b) => nearest(b) - nearest(a))
  const shown = sorted.filter(({ uses, recorded }) => isAll || uses.length > 0 || recorded !== undefined)
  const used = usage.filter(({ uses }) => uses.length > 0)
  const over = used.filter((one) => nearest(one) > 1)
  const sum = `${count(usage.length, 'quota')}, ${used.length} in use, ${over.length} exceeded.`
  return shown.length === 0 ? sum : `${table(shown.map(rowOf), { indent: '', width })}\n\n${sum}`
}
