import { describe, expect, it } from 'vitest'
import { indexOf } from '../../../../src/shared/document/query.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { boxesOf } from '../../../../src/shared/document/groups.ts'
import { downIn } from '../../../../src/shared/simulation/fail/down.ts'
import { switchesOf } from '../../../../src/shared/simulation/fail/switches.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from './sketch.ts'
import { D0, LINK_ONE, REGION, TUNNEL_1, TUNNEL_2, twoDevices, ZONE_A } from './two-devices.ts'

const down = (failed: readonly string[]) => {
  const { sketch } = twoDevices()
  return downIn(simulate(sketch.design()).network, failed)
}

const boxId = (kind: string, label: string): string => {
  const found = boxesOf(indexOf(twoDevices().sketch.design())).find((box) => box.kind === kind && box.label.includes(label))
  if (!found) throw new Error(`no box ${label}`)
  return found.id
}

describe('what is down', () => {
  it('is nothing while nothing has failed, or what failed is gone', () => {
    expect(down([])).toEqual({ failed: [], carried: [], tunnels: [] })
    expect(down(['instance:instance:gone'])).toEqual({ failed: [], carried: [], tunnels: [] })
  })

  it('is a device, and the VPN connection that ends on it', () => {
    expect(down([D0])).toEqual({ failed: ['customer-gateway:d0'], carried: ['vpn-connection:v0'], tunnels: [] })
  })

  it('is an ISP link, and the VPN connection that has no other', () => {
    expect(down([LINK_ONE])).toEqual({ failed: ['isp-link:one'], carried: ['vpn-connection:v0'], tunnels: [] })
  })

  it('is one tunnel, or the connection when both fail', () => {
    expect(down([TUNNEL_2])).toEqual({ failed: [], carried: [], tunnels: [{ connection: 'vpn-connection:v0', tunnel: 2 }] })
    expect(down([TUNNEL_1, TUNNEL_2])).toEqual({ failed: ['vpn-connection:v0'], carried: [], tunnels: [] })
  })

  it('is a zone with its subnets, and a Region with all that is in it', () => {
    expect(down([ZONE_A])).toEqual({ failed: [boxId('zone', 'eu-west-1a')], carried: ['subnet:prod-a'], tunnels: [] })
    const region = down([REGION])
    expect(region.failed).toEqual([boxId('region', 'eu-west-1')])
    expect(region.carried).toEqual(expect.arrayContaining(['vpc:prod', 'vpn-gateway:vgw', 'vpn-connection:v0', 'subnet:prod-a', boxId('zone', 'eu-west-1a')]))
    expect(region.carried).not.toContain('site:hq')
  })

  it('is what a Direct Connect location carries, though it is not drawn itself', () => {
    const sketch = new Sketch()
    const connection = sketch.add('direct-connect-connection', 'dx', { Location: 'EqDC2' })
    expect(downIn(simulate(sketch.design()).network, ['dx-location:EqDC2'])).toMatchObject({ failed: [], carried: [connection] })
  })
})

describe('the switches of a thing', () => {
  const { sketch } = twoDevices()
  const simulation = simulate(sketch.design())
  const switches = (id: string) => {
    const { own, around } = switchesOf(simulation.network.elements, indexOf(simulation.design), id)
    return { own: own.map(({ element }) => element), around: around.map(({ element }) => element) }
  }

  it.each<[string, string[], string[]]>([
    ['customer-gateway:d0', [D0], []],
    ['vpn-connection:v0', [TUNNEL_1, TUNNEL_2], [D0, REGION]],
    ['subnet:prod-a', [], [ZONE_A, REGION]],
    ['vpc:prod', [], [REGION]],
    ['site:hq', [], []],
  ])('of %s are its own elements and those it goes down with', (id, own, around) => {
    expect(switches(id)).toEqual({ own, around })
  })

  it('of a zone and a Region are the zone and the Region', () => {
    expect(switches(boxId('zone', 'eu-west-1a'))).toEqual({ own: [ZONE_A], around: [REGION] })
    expect(switches(boxId('region', 'eu-west-1'))).toEqual({ own: [REGION], around: [] })
    expect(switchesOf(simulation.network.elements, indexOf(simulation.design), 'nothing' as ResourceId)).toEqual({ own: [], around: [] })
  })
})
