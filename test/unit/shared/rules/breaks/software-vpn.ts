import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'appliance-alone', was: '!first', is: 'first' },
  { rule: 'appliance-internet-path', was: 'table?.Routes.some(({ target }) => target === gateway.id)', is: 'table?.Routes.every(({ target }) => target === gateway.id)' },
  { rule: 'appliance-other-zone', was: `index.childrenOf('subnet', table.VpcId).filter((subnet) => index.routeTableOf(subnet)?.id === table.id)`, is: `index.childrenOf('subnet', table.VpcId)` },
  { rule: 'appliance-owner', was: 'ROLES.includes(role) && operatedBy === undefined', is: 'ROLES.includes(role)' },
  { rule: 'appliances-without-failover', was: 'Peers.some(({ peer }) => peer === id)', is: 'Peers.every(({ peer }) => peer === id)' },
  { rule: 'directory-behind-link', was: `server.role === 'remote-access-server'`, is: `server.role !== 'remote-access-server'` },
  { rule: 'managed-vpn-ipsec', was: 'appliance.ipsec === false', is: 'appliance.ipsec !== false' },
  { rule: 'monitor-api-path', was: `yield { message: 'cut', slots: { monitor: displayName(monitor) }, resources: [monitor.id, monitor.SubnetId] }`, is: 'void 0' },
  { rule: 'monitor-logic', was: `verdict: 'cannot-tell'`, is: '...{}' },
  { rule: 'monitor-restores-early', was: `verdict: 'cannot-tell'`, is: '...{}' },
  { rule: 'monitor-single', was: 'others.some((other) => !isDown(other))', is: 'others.every((other) => !isDown(other))' },
  { rule: 'remote-end-failover', was: 'appliances.length < 2', is: 'appliances.length <= 2' },
  { rule: 'route-server-limits', was: `if (!table?.Associations.some(({ GatewayId }) => index.get(GatewayId)?.kind === 'vpn-gateway')) continue`, is: 'if (false) continue' },
  { rule: 'software-vpn-between-regions', was: `verdict: 'cannot-tell'`, is: '...{}' },
  { rule: 'software-vpn-overlap', was: 'blocksOfNetwork(index, holder).map(', is: 'blocksOfNetwork(index, holder).slice(1).map(' },
  { rule: 'source-dest-check-on', was: `instance.role === 'vpn-appliance' && lines.length > 0`, is: 'lines.length > 0' },
  { rule: 'transit-vpc', was: 'spokes.length < 2', is: 'spokes.length <= 2' },
  { rule: 'tunnel-single-flow', was: 'rate <= limit', is: 'rate < limit' },
]
