import { expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'

it('an isolated segment tells its VPN connections nothing of its VPCs, but what another segment shares', () => {
  const sketch = new Sketch()
  const core = sketch.add('core-network', 'wan')
  const own = sketch.add('core-network-segment', 'own', { CoreNetworkId: core, IsolateAttachments: true })
  const other = sketch.add('core-network-segment', 'other', { CoreNetworkId: core, SharedSegments: [own] })
  const subnets = [own, other].map((segment, index) => {
    const made = sketch.vpc(`v${index}`, `10.${index}.0.0/16`, ['a'], { routes: [{ DestinationCidrBlock: '192.168.0.0/16', target: core }] })
    sketch.add('core-network-attachment', `v${index}`, { CoreNetworkId: core, VpcId: made.vpc, SubnetIds: made.subnets, segment })
    return made.subnets[0] as ResourceId
  })
  const hq = sketch.site('hq', '192.168.0.0/24', ['isp'])
  const device = sketch.add('customer-gateway', 'cgw', { site: hq })
  sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, CoreNetworkId: core, segment: own })
  const traces = () => subnets.map((to) => simulate(sketch.design()).trace({ from: hq, to, protocol: 'some' }))
  expect(traces().map(({ works }) => works)).toEqual([false, true])
  // The device does not even have a route, so it does not keep the packet from another way.
  expect(traces()[0]?.forward.hops.some(({ resource }) => resource === core)).toBe(false)
  sketch.set(own, { IsolateAttachments: false })
  expect(traces().map(({ works }) => works)).toEqual([true, true])
})
