import { isAccount, isRegion, type Place, placeOfArn, regionOfZone } from './place.ts'
import type { Snapshot, SnapshotSource } from './snapshot.ts'

type Item = Readonly<Record<string, unknown>>

const asItem = (value: unknown): Item | undefined => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Item) : undefined)

/** Region that an item itself betrays: its own Region field, zone or ARN. */
export function regionOfItem(value: unknown): string | undefined {
  const item = asItem(value)
  if (!item) return undefined
  for (const key of ['AvailabilityZone', 'ZoneName']) {
    const zone = item[key]
    const region = typeof zone === 'string' ? regionOfZone(zone) : undefined
    if (region !== undefined) return region
  }
  for (const [key, field] of Object.entries(item)) {
    if (typeof field !== 'string') continue
    if (key === 'Region' || key === 'RegionName') return isRegion(field) ? field : undefined
    const region = key.endsWith('Arn') ? placeOfArn(field).region : undefined
    if (region !== undefined) return region
  }
  return undefined
}

const ownerOfItem = (value: unknown): string | undefined => {
  const owner = asItem(value)?.['OwnerId']
  return typeof owner === 'string' && isAccount(owner) ? owner : undefined
}

const only = (values: ReadonlySet<string>): string | undefined => (values.size === 1 ? [...values][0] : undefined)

/** Answers that were written side by side: the same folder, or the same call target. */
const groupOf = ({ origin, account, region }: SnapshotSource): string => JSON.stringify([account, region, origin.slice(0, Math.max(0, origin.lastIndexOf('/')))])

/** Sources of a snapshot with the account and Region that the data around them gives away, and the Regions of VPCs. */
export interface Survey {
  readonly sources: readonly SnapshotSource[]
  readonly regionOfVpc: ReadonlyMap<string, string>
}

/** Completes accounts and Regions that folders do not say: a group of files whose data name only one is taken to be of that one. */
export function surveyPlaces(snapshot: Snapshot): Survey {
  const groups = new Map<string, { readonly regions: Set<string>; readonly owners: Set<string>; identity?: string }>()
  const regionOfVpc = new Map<string, string>()
  for (const source of snapshot.sources) {
    const key = groupOf(source)
    const group = groups.get(key) ?? { regions: new Set<string>(), owners: new Set<string>() }
    groups.set(key, group)
    for (const item of source.items) {
      const region = regionOfItem(item)
      const owner = ownerOfItem(item)
      if (region !== undefined) group.regions.add(region)
      if (owner !== undefined) group.owners.add(owner)
      const vpc = asItem(item)?.['VpcId']
      if (region !== undefined && typeof vpc === 'string') regionOfVpc.set(vpc, region)
      const identity = source.key === 'CallerIdentity' ? asItem(item)?.['Account'] : undefined
      if (typeof identity === 'string') group.identity = identity
    }
  }
  const sources = snapshot.sources.map((source) => {
    const group = groups.get(groupOf(source))
    const place: Place = { ...withPlace(accountOf(source, group), source.region ?? only(group?.regions ?? new Set())) }
    return { ...source, ...place }
  })
  return { sources, regionOfVpc }
}

/** A folder of twelve digits says the account; a folder's other name gives way to what the data say. */
function accountOf({ account }: SnapshotSource, group: { readonly owners: ReadonlySet<string>; readonly identity?: string } | undefined): string | undefined {
  const isNumber = account !== undefined && /^\d{12}$/.test(account)
  return isNumber ? account : (group?.identity ?? only(group?.owners ?? new Set()) ?? account)
}

function withPlace(account: string | undefined, region: string | undefined): Place {
  return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) }
}
