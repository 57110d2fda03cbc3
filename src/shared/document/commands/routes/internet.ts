import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { type DesignIndex, displayName } from '../../query.ts'
import { freeName, namesInUse } from '../names.ts'
import type { RouteWork } from './tables.ts'

/** Subnets that look meant for the internet: they hold a public NAT gateway, hand out public addresses, hold what is called from outside, or say so by name. */
export function likelyPublicSubnets(index: DesignIndex, vpc: ResourceId): ResourceId[] {
  const subnets = index.childrenOf('subnet', vpc)
  const likely = subnets.filter(
    (subnet) => subnet.MapPublicIpOnLaunch === true || /public|dmz/i.test(subnet.name) || index.childrenOf('nat-gateway', subnet.id).some((nat) => nat.ConnectivityType === 'public') || index.childrenOf('instance', subnet.id).some(({ role, PublicIpAddress }) => PublicIpAddress !== undefined || role === 'remote-access-server'),
  )
  return (likely.length > 0 || subnets.length !== 1 ? likely : subnets).map((subnet) => subnet.id)
}

/**
 * The way to the internet for the chosen subnets (`likelyPublicSubnets` when not said): a default route in their own tables; those that use the
 * main table get a copy of it with that route, so that the others stay private.
 */
export function routeInternet(work: RouteWork, gateway: ResourceOf<'internet-gateway'>, subnets?: readonly ResourceId[]): void {
  const { index, draft } = work
  const vpc = index.getOf('vpc', gateway.Attachments[0]?.VpcId)
  if (!vpc) return
  const main = index.mainTableOf(vpc.id)
  const onMain: ResourceOf<'subnet'>[] = []
  for (const id of subnets ?? likelyPublicSubnets(index, vpc.id)) {
    const subnet = index.getOf('subnet', id)
    const table = subnet && index.routeTableOf(subnet)
    if (subnet && (!table || table.id === main?.id)) onMain.push(subnet)
    else if (table) work.addRoute(table.id, '0.0.0.0/0', gateway.id)
  }
  if (onMain.length === 0) return
  const id = work.newId('route-table')
  const name = freeName(namesInUse(index), `${vpc.name} public`.slice(0, 240))
  const drafted = main && draft.resource(main.id)
  const { Routes, PropagatingVgws } = drafted?.kind === 'route-table' ? drafted : { Routes: [], PropagatingVgws: [] }
  draft.create({ kind: 'route-table', id, name, VpcId: vpc.id, Associations: onMain.map((subnet) => ({ SubnetId: subnet.id })), Routes, PropagatingVgws })
  work.steps.push(`Make ${name} for ${onMain.map(displayName).join(', ')}`)
  work.addRoute(id, '0.0.0.0/0', gateway.id)
}
