import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource, ResourceOf } from '../../model/index.ts'
import { referrersOf } from './sessions.ts'

/** An instance, here one with a role. */
export type Appliance = ResourceOf<'instance'>

/** The instances of a VPC with the role, in order of subnet and id. */
export const appliancesIn = (index: DesignIndex, vpc: ResourceId, role: Appliance['role']): Appliance[] =>
  index.childrenOf('subnet', vpc).flatMap(({ id }) => index.childrenOf('instance', id).filter((instance) => instance.role === role))

/** The software VPNs of a router. */
export const tunnelsOf = (index: DesignIndex, router: ResourceId): ResourceOf<'software-vpn'>[] => referrersOf(index, 'software-vpn', router)

/** What an appliance is the end of: tunnels, VPN connections, Connect peers, ways in of remote users. */
export const linesOf = (index: DesignIndex, appliance: ResourceId): Resource[] =>
  index.links(appliance).filter(({ kind }) => kind === 'software-vpn' || kind === 'vpn-connection' || kind === 'transit-gateway-connect-peer' || kind === 'remote-access')

/** The far end of a software VPN. */
export const farEnd = ({ near, far }: ResourceOf<'software-vpn'>, here: ResourceId): ResourceId => (near === here ? far : near)

/** Route tables that send something to the appliance. */
export const tablesTo = (index: DesignIndex, appliance: ResourceId): ResourceOf<'route-table'>[] => referrersOf(index, 'route-table', appliance).filter(({ Routes }) => Routes.some(({ target }) => target === appliance))

/** The VPC that an instance is in. */
export const vpcOfInstance = (index: DesignIndex, instance: Appliance | undefined): ResourceId | undefined => index.getOf('subnet', instance?.SubnetId)?.VpcId

/** The monitors that watch an appliance. */
export const monitorsOf = (index: DesignIndex, appliance: ResourceId): Appliance[] => referrersOf(index, 'instance', appliance).filter(({ role, watches }) => role === 'vpn-monitor' && watches?.includes(appliance) === true)
