import { type ImportContext, type Line } from './context.ts'
import type { Items } from './items/items.ts'
import { isAccount, type Place } from './place.ts'
import { ALL_ITEMS, NOT_IMPORTED } from './registry.ts'
import type { SnapshotSource } from './snapshot.ts'
import { regionOfItem, type Survey } from './survey.ts'

const byKey = new Map<string, Items<unknown>>(ALL_ITEMS.flatMap((items) => items.keys.map((key) => [key, items])))

/** The most telling identifier of an item that is not imported: its first …Id, …Name or …Arn. */
function labelOf(item: unknown): string {
  if (typeof item === 'string') return item.slice(0, 120)
  if (typeof item !== 'object' || item === null) return ''
  const found = Object.entries(item).find(([key, value]) => /(id|name|arn)$/i.test(key) && typeof value === 'string' && value !== '')
  return found ? String(found[1]).slice(0, 120) : ''
}

function skipSource(source: SnapshotSource, lines: Line[]): void {
  const { origin, key } = source
  const because = Object.hasOwn(NOT_IMPORTED, key) ? NOT_IMPORTED[key as keyof typeof NOT_IMPORTED] : undefined
  if (because === undefined) {
    if (source.items.length > 0) lines.push({ origin, type: key, awsId: '', skipped: `Causeway does not read answers of this kind (${source.items.length} ${source.items.length === 1 ? 'item' : 'items'})`, notes: [] })
    return
  }
  for (const item of source.items) lines.push({ origin, type: key, awsId: labelOf(item), skipped: because, notes: [] })
}

/** The VPC that an item is in or attached to. */
function vpcOf(item: unknown): string | undefined {
  const { VpcId, Attachments, VpcAttachments } = item as { readonly VpcId?: unknown; readonly Attachments?: unknown; readonly VpcAttachments?: unknown }
  const attached: unknown = [Attachments, VpcAttachments].flat().find((entry) => typeof entry === 'object' && entry !== null)
  const vpc = VpcId ?? (attached as { readonly VpcId?: unknown } | undefined)?.VpcId
  return typeof vpc === 'string' ? vpc : undefined
}

function placeOf(item: unknown, source: SnapshotSource, identity: ReturnType<Items<unknown>['identify']>, survey: Survey): Place {
  const vpc = vpcOf(item)
  const account = identity.owner || (identity.shared ? undefined : source.account)
  const region = identity.region ?? regionOfItem(item) ?? (vpc === undefined ? undefined : survey.regionOfVpc.get(vpc)) ?? source.region
  return {
    ...(account && (isAccount(account) || /^aws$/i.test(account)) ? { account } : {}),
    ...(region && /^[a-z0-9-]{1,40}$/.test(region) ? { region } : {}),
  }
}

function readItem(raw: unknown, items: Items<unknown>, source: SnapshotSource, survey: Survey, context: ImportContext, lines: Line[]): void {
  const read = items.schema.safeParse(raw)
  const line: Line = { origin: source.origin, type: items.type, awsId: labelOf(raw), notes: [] }
  lines.push(line)
  if (!read.success) {
    const issue = read.error.issues[0]
    line.skipped = `it cannot be read: ${issue && issue.path.length > 0 ? `its ${issue.path.join('.')} is missing or not as AWS writes it` : 'it is not as AWS writes it'}`
    return
  }
  const identity = items.identify(read.data)
  const named = { ...line, awsId: identity.awsId }
  lines[lines.length - 1] = named
  if (identity.gone !== undefined) {
    named.skipped = identity.gone
    context.bury(identity.awsId, identity.gone)
    return
  }
  const place = placeOf(raw, source, identity, survey)
  context.add(items, identity.awsId, read.data, place, named, identity.owner !== undefined && identity.owner === source.account)
}

/** Reads every item of the snapshot: the living go into the context, each gets its line in the report. */
export function collectItems(survey: Survey, context: ImportContext): Line[] {
  const lines: Line[] = []
  for (const source of survey.sources) {
    const items = byKey.get(source.key)
    if (!items) skipSource(source, lines)
    else for (const entry of source.items) for (const item of items.expand?.(entry) ?? [entry]) readItem(item, items, source, survey, context, lines)
  }
  return lines
}
