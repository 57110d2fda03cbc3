import { formatAddress } from '../../../net/address.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { unusedPublicAddress } from '../../forward/nat.ts'
import type { Failure } from '../failure.ts'
import { change, nameOf, ofKind, type Repair } from '../repair.ts'
import { exclusion } from './public-access.ts'

function waysOut(failure: Failure, appliance: ResourceOf<'instance'>): Repair[] {
  const { index, network } = failure
  const subnet = index.getOf('subnet', appliance.SubnetId)
  const table = subnet && index.routeTableOf(subnet)
  const gateway = network.fragment('vpc', subnet?.VpcId)?.internetGateway
  const name = nameOf(index, appliance.id)
  const found: Repair[] = []
  if (appliance.stopped === true) found.push(change(appliance, { id: `${appliance.id} start`, weight: 1, words: `start ${name}`, resources: [appliance.id] }, () => ({ stopped: undefined })))
  if (appliance.PublicIpAddress === undefined) {
    const address = formatAddress(unusedPublicAddress(network))
    found.push(change(appliance, { id: `${appliance.id} public address`, weight: 7, words: `give ${name} a public IPv4 address (${address} stands for the one that AWS assigns)`, resources: [appliance.id] }, () => ({ PublicIpAddress: address })))
  }
  if (table && gateway !== undefined && !table.Routes.some(({ target }) => target === gateway)) {
    const words = `add 0.0.0.0/0 → ${nameOf(index, gateway)} to ${nameOf(index, table.id)}`
    found.push(change(table, { id: `${table.id} 0.0.0.0/0 ${gateway}`, slot: `${table.id} 0.0.0.0/0`, purpose: `${table.id} ${gateway}`, weight: 4, words, resources: [table.id, gateway] }, (now) => ({ Routes: [...now.Routes.filter(({ DestinationCidrBlock }) => DestinationCidrBlock !== '0.0.0.0/0'), { DestinationCidrBlock: '0.0.0.0/0', target: gateway }] })))
  }
  const mode = subnet?.InternetGatewayBlockMode ?? index.getOf('vpc', subnet?.VpcId)?.InternetGatewayBlockMode ?? 'off'
  return mode === 'off' ? found : [...found, ...exclusion(failure, subnet?.id)]
}

/** A software VPN that cannot come up because an appliance at its end does not reach the internet (F-SW-11). */
export function applianceUnderlay(failure: Failure): readonly Repair[] {
  const { index, network, homes } = failure
  const routers = homes.flatMap((home) => [...(network.fragment('site', home)?.devices ?? []), ...(network.fragment('vpc', home)?.subnets ?? []).flatMap((subnet) => index.childrenOf('instance', subnet).map(({ id }) => id))])
  const broken = new Set(routers.flatMap((router) => ofKind(index.links(router), 'software-vpn').filter(({ id }) => network.fragment('software-vpn', id)?.underlays.some((underlay) => underlay.broken !== undefined) === true)))
  const ends = new Set([...broken].flatMap(({ near, far }) => [near, far].flatMap((end) => index.getOf('instance', end) ?? [])))
  return [...ends].flatMap((appliance) => waysOut(failure, appliance))
}
