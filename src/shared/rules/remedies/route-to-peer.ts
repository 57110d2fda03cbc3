import { displayName } from '../../document/query.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { blocksOf, listed } from '../readings/vpc-blocks.ts'
import { sentence } from '../readings/names.ts'
import type { Fix } from '../rule.ts'
import { fix, setField } from './set-field.ts'

/** Routes for all blocks of the peer in some tables of the other VPC, beside what they have. */
export function routeToPeer(tables: readonly ResourceOf<'route-table'>[], peering: ResourceOf<'vpc-peering-connection'>, peer: ResourceOf<'vpc'>): Fix[] {
  if (tables.length === 0) return []
  const blocks = blocksOf(peer)
  const changes = tables.map((table) => {
    const has = new Set(table.Routes.map(({ DestinationCidrBlock, DestinationIpv6CidrBlock }) => DestinationCidrBlock ?? DestinationIpv6CidrBlock))
    const added = blocks.map((block) => ({ ...(block.family === 4 ? { DestinationCidrBlock: formatPrefix(block) } : { DestinationIpv6CidrBlock: formatPrefix(block) }), target: peering.id }))
    return setField(table, 'Routes', [...table.Routes, ...added.filter((route) => !has.has('DestinationCidrBlock' in route ? route.DestinationCidrBlock : route.DestinationIpv6CidrBlock))])
  })
  return [fix(`Route ${listed(blocks)} to ${displayName(peering)} in ${sentence(tables.map(displayName))}`, ...changes)]
}
