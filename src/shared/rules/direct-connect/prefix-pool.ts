import { type DesignIndex, displayName } from '../../document/query.ts'
import { GATEWAY_PREFIX_POOL, PORT_PREFIX_POOL } from '../../facts/direct-connect.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import type { ResourceOf } from '../../model/index.ts'
import { mbpsOf } from '../../model/bandwidth.ts'
import { membersOf } from '../readings/campuses.ts'
import { interfacesOf } from '../readings/port-interfaces.ts'
import { referrersOf } from '../readings/sessions.ts'
import { defineRule, type Report } from '../rule.ts'

type Interface = ResourceOf<'virtual-interface'>

const allocated = (interfaces: readonly Interface[]) => interfaces.filter(({ VirtualInterfaceType }) => VirtualInterfaceType !== 'public').reduce((sum, { prefixAllocation = QUOTAS['prefixes-per-interface'].value }) => sum + prefixAllocation, 0)

const poolOf = (bandwidth: string | undefined): number | undefined => {
  const mbps = mbpsOf(bandwidth)
  return mbps === undefined ? undefined : PORT_PREFIX_POOL.value.find(({ upToGbps }) => mbps <= upToGbps * 1000)?.prefixes
}

function* checkPort(index: DesignIndex, port: ResourceOf<'direct-connect-connection'> | ResourceOf<'direct-connect-lag'>): Generator<Report> {
  const members = port.kind === 'direct-connect-lag' ? membersOf(index, port.id) : [port]
  const pool = poolOf(port.kind === 'direct-connect-lag' ? (port.ConnectionsBandwidth ?? members[0]?.Bandwidth) : port.Bandwidth)
  if (pool === undefined || members.length === 0) return
  const sum = allocated(interfacesOf(index, port))
  const slots = { port: displayName(port), sum, pool: pool * members.length, members: members.length, left: pool * (members.length - 1) }
  if (sum > pool * members.length) yield { message: 'port', slots, resources: [port.id] }
  else if (members.length > 1 && sum > pool * (members.length - 1)) yield { message: 'member', slots, resources: [port.id], severity: 'advice' }
}

export default defineRule({
  id: 'prefix-pool',
  catalogue: 'R-DX-46',
  title: 'More prefixes allocated than a port or Direct Connect gateway has',
  severity: 'warning',
  appliesTo: ['direct-connect-connection', 'direct-connect-lag', 'direct-connect-gateway'],
  why: 'The prefixes that virtual interfaces may bring come out of a pool of their port and out of one of their Direct Connect gateway. An allocation beyond either is refused, and a LAG cannot lose a member whose share is in use.',
  remedy: 'Allocate less to some interfaces, or spread them over more ports and gateways.',
  sources: [PORT_PREFIX_POOL],
  messages: {
    port: 'The virtual interfaces of {port} have {sum} prefixes of each family allocated; the port has {pool}.',
    member: 'The virtual interfaces of {port} have {sum} prefixes of each family allocated; without one of its {members} members it has {left}, so none can be taken out.',
    gateway: 'The virtual interfaces of {gateway} have {sum} prefixes of both families allocated; the gateway has {pool}.',
  },
  checkEach: {
    *'direct-connect-connection'(connection, { index }) {
      if (connection.connectionType !== 'hosted' && connection.LagId === undefined) yield* checkPort(index, connection)
    },
    'direct-connect-lag': (lag, { index }) => checkPort(index, lag),
    *'direct-connect-gateway'(gateway, { index }) {
      const sum = 2 * allocated(referrersOf(index, 'virtual-interface', gateway.id))
      if (sum > GATEWAY_PREFIX_POOL.value) yield { message: 'gateway', slots: { gateway: displayName(gateway), sum, pool: GATEWAY_PREFIX_POOL.value }, resources: [gateway.id] }
    },
  },
})
