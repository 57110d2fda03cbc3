import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import { parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { announcedBy } from './learned.ts'
import { referrersOf } from './sessions.ts'
import { blocksOf } from './vpc-blocks.ts'

/** What a router tells AWS; empty when the design does not say. */
function announced(index: DesignIndex, router: Resource | undefined): readonly Prefix[] {
  if (router?.kind === 'customer-gateway') return announcedBy(index, router) ?? []
  if (router?.kind !== 'instance') return []
  const own = parsePrefixes(router.announcedPrefixes ?? [])
  return own.length > 0 ? own : blocksOf(index.getOf('vpc', index.getOf('subnet', router.SubnetId)?.VpcId))
}

/** The prefixes that an attachment brings by propagation, as far as the design says (F-TGW-27). */
export function broughtBy(index: DesignIndex, attachment: ResourceId): readonly Prefix[] {
  const carrier = index.get(attachment)
  switch (carrier?.kind) {
    case 'transit-gateway-vpc-attachment':
      return blocksOf(index.getOf('vpc', carrier.VpcId))
    case 'vpn-connection':
      return carrier.StaticRoutesOnly ? [] : announced(index, index.get(carrier.CustomerGatewayId))
    case 'transit-gateway-connect-peer':
      return announced(index, index.get(carrier.peer))
    case 'direct-connect-gateway-association':
      return referrersOf(index, 'virtual-interface', carrier.DirectConnectGatewayId).flatMap((line) => announced(index, index.get(line.customerRouter)))
    case 'client-vpn-endpoint':
      return parsePrefixes([carrier.ClientCidrBlock])
    default:
      return []
  }
}
