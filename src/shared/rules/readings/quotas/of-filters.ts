import type { DesignIndex } from '../../../document/query.ts'
import type { QuotaName } from '../../../facts/quotas.ts'
import type { ResourceId } from '../../../model/id.ts'
import { inOrder } from '../acl-entries.ts'
import { rulesIn } from '../permissions.ts'
import { byRegion, type Count, type EachCounter, one, type PlaceCounter } from './count.ts'

const FAMILIES = [4, 6] as const
const DIRECTIONS = [['inbound', 'IpPermissions'], ['outbound', 'IpPermissionsEgress']] as const

const listSize = (index: DesignIndex) => (id: ResourceId) => {
  const list = index.getOf('prefix-list', id)
  return list ? (list.MaxEntries ?? list.Entries.length) : 1
}

/** The rules of one direction that all groups of an interface hold together, in the family that has more. */
function filterRules(index: DesignIndex, groups: readonly ResourceId[]): readonly Count[] {
  const known = groups.flatMap((id) => index.getOf('security-group', id) ?? [])
  return DIRECTIONS.map(([what, field]) => ({ what, count: Math.max(...FAMILIES.map((family) => known.reduce((sum, group) => sum + rulesIn(group[field], family, listSize(index)), 0))) }))
}

/** Quotas of security groups and network ACLs. An instance counts once for each of its interfaces. */
export const OF_FILTERS = {
  'network-acls-per-vpc': { each: { vpc: (vpc, index) => one(index.childrenOf('network-acl', vpc.id).length) } },
  'network-acl-rules': { each: { 'network-acl': (list) => [false, true].map((egress) => ({ what: egress ? 'outbound' : 'inbound', count: inOrder(list, egress).length })) } },
  'security-groups-per-region': { places: (index) => byRegion(index.all('security-group').map((group) => [group.id, index.getOf('vpc', group.VpcId)])) },
  'security-group-rules': { each: { 'security-group': (group, index) => DIRECTIONS.flatMap(([direction, field]) => FAMILIES.map((family) => ({ what: `${direction} IPv${family}`, count: rulesIn(group[field], family, listSize(index)) }))) } },
  'security-groups-per-interface': {
    each: {
      instance: (instance) => [instance, ...(instance.NetworkInterfaces ?? [])].map(({ SecurityGroupIds }) => ({ count: SecurityGroupIds.length })),
      'network-interface': ({ SecurityGroupIds }) => one(SecurityGroupIds.length),
    },
  },
  'interface-filter-rules': {
    each: {
      instance: (instance, index) => [instance, ...(instance.NetworkInterfaces ?? [])].flatMap(({ SecurityGroupIds }) => filterRules(index, SecurityGroupIds)),
      'network-interface': ({ SecurityGroupIds }, index) => filterRules(index, SecurityGroupIds),
    },
  },
} satisfies { readonly [N in QuotaName]?: EachCounter | PlaceCounter }
