import { type Adjustable, QUOTAS } from '../../../shared/facts/quotas.ts'
import { type QuotaUsage, shareOf } from '../../../shared/rules/quota-usage.ts'
import { type Grouped, groupedBy, holdsWords } from './grouped.ts'

/** A quota with its use, for the list. */
export interface QuotaRow {
  readonly id: string
  readonly usage: QuotaUsage
  /** What is nearest to the limit, in words: "4 of 5 in Application". */
  readonly nearest: string
  /** Of the nearest, 1 being all of it; 0 for none. */
  readonly share: number
}

/** From this share on a quota is called nearly used up. */
export const NEARLY = 0.8

/** Who can raise a quota, for people. */
export const ADJUSTABLE_WORDS: Readonly<Record<Adjustable, string>> = { 'by-request': 'AWS raises it on request', 'by-account-team': "AWS's account team can raise it", no: 'Nobody can raise it' }

/** Which quotas are listed. */
export const QUOTA_FILTERS = { all: 'All quotas', used: 'In use', near: 'Nearly used up', raised: 'With an increase' } as const

/** Which quotas are listed. */
export type QuotaFilter = keyof typeof QUOTA_FILTERS

const SERVICES: readonly (readonly [part: string, label: string])[] = [
  ['/vpc/latest/userguide/', 'VPC'],
  ['/vpc/latest/peering/', 'VPC peering'],
  ['/s2svpn/', 'Site-to-Site VPN'],
  ['/directconnect/', 'Direct Connect'],
  ['/vpc/latest/tgw/', 'Transit Gateway'],
  ['/vpc/latest/privatelink/', 'PrivateLink'],
  ['/clientvpn-admin/', 'Client VPN'],
  ['/cloudwan/', 'Cloud WAN'],
]

const serviceOf = ({ fact }: QuotaUsage) => SERVICES.find(([part]) => fact.source.includes(part))?.[1] ?? 'Others'

/** The label of a quota as a sentence begins. */
export function quotaLabel({ fact }: QuotaUsage): string {
  return fact.label.charAt(0).toUpperCase() + fact.label.slice(1)
}

function rowOf(usage: QuotaUsage): QuotaRow {
  const [first] = usage.uses
  const nearest = usage.notCounted === undefined ? (first ? `${first.count} of ${first.limit}` : 'none') : 'not counted'
  return { id: usage.name, usage, nearest, share: first ? shareOf(first) : 0 }
}

const isListed = ({ usage, share }: QuotaRow, filter: QuotaFilter) => filter === 'all' || (filter === 'used' ? usage.uses.length > 0 : filter === 'near' ? share >= NEARLY : usage.recorded !== undefined)

/** The quotas by service: those that match. */
export function quotaRows(usage: readonly QuotaUsage[], sought: string, filter: QuotaFilter): Grouped<QuotaRow>[] {
  const rows = usage.map(rowOf).filter((row) => isListed(row, filter) && holdsWords(`${serviceOf(row.usage)} ${row.usage.fact.label} ${row.usage.fact.fact} ${row.usage.uses.map(({ where }) => where).join(' ')}`, sought))
  return groupedBy(rows, ({ usage: one }) => serviceOf(one))
}

/** The most that an increase of a quota can say. */
export function mostOf({ name }: QuotaUsage): number {
  return { most: 10_000_000, ...QUOTAS[name] }.most
}
