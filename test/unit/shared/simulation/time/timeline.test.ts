import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../../src/shared/document/design.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import type { Failure } from '../../../../../src/shared/simulation/time/run.ts'
import { timelineOf } from '../../../../../src/shared/simulation/time/timeline.ts'
import type { Resource } from '../../../../../src/shared/model/index.ts'
import { patternDesign } from '../../../../../src/shared/patterns/index.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import { Sketch } from '../sketch.ts'
import { assuming, hybrid, type HybridPlan } from '../availability/hybrid.ts'

const BOTH = [true, true] as const
const A1: HybridPlan = { zones: ['a', 'b'], gateway: 'vpn-gateway', isps: ['isp'], devices: [{ links: [], tunnels: BOTH }], circuits: [] }
const A2: HybridPlan = { ...A1, isps: ['one', 'two'], devices: [{ links: ['one'], tunnels: BOTH }, { links: ['two'], tunnels: BOTH }] }
/** A VPN on one router, Direct Connect on another. */
const A5: HybridPlan = { ...A1, devices: [{ links: [], tunnels: BOTH }, { links: [], tunnels: [false, false] }], circuits: [{ router: 1, location: 'EqDC2', device: 'x' }] }
const TUNNEL = 'vpn-tunnel:vpn-connection:v0/1'

function timeline(design: Design, failure: Failure) {
  const result = timelineOf(simulate(design), failure)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** The one intent's strip as lines: from, to, state, way; seconds. */
function strip(plan: HybridPlan, failure: Failure, assumptions: Parameters<typeof assuming>[1] = {}) {
  const { intents, events, timers } = timeline(assuming(hybrid(plan).sketch.design(), assumptions), failure)
  const seconds = (ms: number | undefined) => (ms === undefined ? undefined : ms / 1000)
  return {
    segments: intents[0]?.segments.map(({ from, to, state, ways, isFirstWay }) => [seconds(from), seconds(to), state, ...ways, ...(isFirstWay ? ['(first way)'] : [])]),
    lost: seconds(intents[0]?.lostMs),
    untold: seconds(intents[0]?.untoldMs),
    reason: intents[0]?.segments[0]?.reason,
    events: events.map(({ at, text }) => `${at / 1000} s: ${text}`),
    timers: timers.map(({ name, ms, grade }) => `${name} ${ms ?? '?'} ${grade}`),
  }
}

describe('the timeline of a failure', () => {
  it('loses a BGP tunnel that dies silently for one hold time, and goes back to it after the repair', () => {
    const { segments, lost, events } = strip(A1, { element: TUNNEL, manner: 'silent', repairAfterMs: 3_600_000 })
    expect(segments).toEqual([
      [0, 30, 'lost'],
      [30, 3630, 'works', 'd0, tunnel 2 of v0'],
      [3630, undefined, 'works', 'd0, tunnel 1 of v0', '(first way)'],
    ])
    expect(lost).toBe(30)
    expect(events).toEqual([
      '0 s: tunnel 1 of v0 fails without a word',
      '30 s: gw notices that tunnel 1 of v0 is down',
      '30 s: d0 notices that tunnel 1 of v0 is down',
      '3600 s: tunnel 1 of v0 works again',
      '3630 s: tunnel 1 of v0 is in use again',
    ])
  })

  it('loses it for a second when both ends are told', () => {
    expect(strip(A1, { element: TUNNEL, manner: 'clean' })).toMatchObject({ lost: 1, segments: [[0, 1, 'lost'], [1, undefined, 'works', 'd0, tunnel 2 of v0']] })
  })

  it('loses a static tunnel until the slower end has noticed: the device after its 30 s, AWS after 40 s', () => {
    const plan: HybridPlan = { ...A1, devices: [{ links: [], tunnels: BOTH, isStatic: true }] }
    const { segments, events, timers } = strip(plan, { element: TUNNEL, manner: 'silent' })
    expect(segments).toEqual([[0, 40, 'lost'], [40, undefined, 'works', 'd0, tunnel 2 of v0']])
    expect(events.slice(1)).toEqual(['30 s: d0 notices that tunnel 1 of v0 is down', '40 s: gw notices that tunnel 1 of v0 is down'])
    expect(timers).toEqual(['deviceDpd 30000 historical', 'vpnDpd 40000 documented'])
  })

  it('takes what the tunnel itself says for its DPD timeout, and an assumption about the element before one about the design', () => {
    const { sketch } = hybrid({ ...A1, devices: [{ links: [], tunnels: BOTH, isStatic: true }] })
    sketch.set('vpn-connection:v0' as never, { TunnelOptions: [{ configured: true, DPDTimeoutSeconds: 60 }, { configured: true }] })
    expect(timeline(sketch.design(), { element: TUNNEL, manner: 'silent' }).intents[0]?.lostMs).toBe(60_000)
    const assumed = { design: { timers: { vpnHold: 9000 } }, [`element:${TUNNEL}`]: { timers: { vpnHold: 6000 } } }
    expect(strip(A1, { element: TUNNEL, manner: 'silent' }, assumed)).toMatchObject({ lost: 6, timers: ['deviceDpd 30000 historical', 'vpnDpd 40000 documented', 'vpnHold 6000 stated'] })
    expect(strip(A1, { element: 'vpn-tunnel:vpn-connection:v0/2', manner: 'silent' }, assumed).segments).toBeUndefined()
  })

  it('loses a site whose device dies until AWS has noticed; the site itself changes over sooner', () => {
    const { segments, events } = strip(A2, { element: 'customer-device:customer-gateway:d0', manner: 'silent', repairAfterMs: 600_000 })
    expect(segments).toEqual([
      [0, 30, 'lost'],
      [30, 630, 'works', 'd1, tunnel 1 of v1'],
      [630, undefined, 'works', 'd0, tunnel 1 of v0', '(first way)'],
    ])
    expect(events).toEqual([
      '0 s: d0 fails without a word',
      '3.609 s: hq notices that d0 is down',
      '30 s: gw notices that tunnel 1 of v0 is down',
      '30 s: gw notices that tunnel 2 of v0 is down',
      '600 s: d0 works again',
      '600 s: d0 is in use again',
      '630 s: tunnel 1 of v0 is in use again',
      '630 s: tunnel 2 of v0 is in use again',
    ])
  })

  it('stays lost until the repair, the return of the tunnels and that of the propagated route when nothing takes over', () => {
    const failure = { element: 'customer-device:customer-gateway:d0', manner: 'silent' } as const
    expect(strip(A1, failure)).toMatchObject({ segments: [[0, undefined, 'lost']], lost: undefined })
    expect(strip(A1, { ...failure, repairAfterMs: 60_000 })).toMatchObject({ segments: [[0, 95, 'lost'], [95, undefined, 'works', 'd0, tunnel 1 of v0', '(first way)']], lost: 95 })
  })

  it('needs the tunnels anew even when the device was back before AWS missed it', () => {
    const { segments, events } = strip(A1, { element: 'customer-device:customer-gateway:d0', manner: 'silent', repairAfterMs: 10_000 })
    expect(segments).toEqual([[0, 45, 'lost'], [45, undefined, 'works', 'd0, tunnel 1 of v0', '(first way)']])
    expect(events).toContain('30 s: gw notices that tunnel 1 of v0 is down')
  })

  it('does not miss an ISP link that is back before any timer has run out', () => {
    const { segments, events } = strip(A1, { element: 'isp-link:isp-link:isp', manner: 'silent', repairAfterMs: 10_000 })
    expect(segments).toEqual([[0, 10, 'lost'], [10, undefined, 'works', 'd0, tunnel 1 of v0', '(first way)']])
    expect(events).toContain('10 s: tunnel 1 of v0 is back before anybody gave it up')
  })

  it('leaves AWS waiting for its timers when only the device sees its ISP link go down', () => {
    const { events } = strip(A2, { element: 'isp-link:isp-link:one', manner: 'clean' })
    expect(events).toContain('1 s: d0 notices that tunnel 1 of v0 is down')
    expect(events).toContain('30 s: gw notices that tunnel 1 of v0 is down')
  })

  it('hands Direct Connect over to the VPN after the hold time, or after BFD', () => {
    const failure = { element: 'dx-connection:direct-connect-connection:dx0', manner: 'silent' } as const
    expect(strip(A5, failure)).toMatchObject({ lost: 90, segments: [[0, 90, 'lost'], [90, undefined, 'works', 'd0, tunnel 1 of v0']] })
    const withBfd: HybridPlan = { ...A5, circuits: [{ router: 1, location: 'EqDC2', device: 'x', fields: { bfd: true } }] }
    expect(strip(withBfd, { ...failure, repairAfterMs: 60_000 }).segments).toEqual([
      [0, 0.9, 'lost'],
      [0.9, 90, 'works', 'd0, tunnel 1 of v0'],
      [90, undefined, 'works', 'd1, vif0', '(first way)'],
    ])
    const short: HybridPlan = { ...A5, circuits: [{ router: 1, location: 'EqDC2', device: 'x', fields: { holdSeconds: 3 } }] }
    expect(strip(short, failure).lost).toBe(3)
  })

  it('waits on a transit gateway for its tables too', () => {
    const { segments, events, timers } = strip({ ...A5, gateway: 'transit-gateway' }, { element: 'dx-connection:direct-connect-connection:dx0', manner: 'silent' })
    expect(segments).toEqual([[0, 95, 'lost'], [95, undefined, 'works', 'd0, tunnel 1 of v0']])
    expect(events).toContain('95 s: transit gateway and VPC route tables follow')
    expect(timers).toEqual(['dxHold 90000 documented', 'routeUpdate 5000 tool-assumption'])
  })

  it('cannot tell how soon tunnels move to another ISP link of the same device, unless somebody says', () => {
    const plan: HybridPlan = { ...A1, isps: ['one', 'two'] }
    const failure = { element: 'isp-link:isp-link:one', manner: 'silent' } as const
    const untold = strip(plan, failure)
    expect(untold.segments).toEqual([[0, undefined, 'cannot-tell']])
    expect([untold.untold, untold.lost]).toEqual([undefined, 0])
    expect(untold.reason).toBe('nobody says how long this takes: tunnels and internet traffic move to another line')
    expect(strip(plan, failure, { design: { timers: { ispChangeover: 12_000 } } }).segments).toEqual([[0, 12, 'lost'], [12, undefined, 'works', 'd0, tunnel 1 of v0', '(first way)']])
    expect(strip(plan, failure, { design: { planningValues: true } })).toMatchObject({ lost: 95, timers: expect.arrayContaining(['ispChangeover 60000 tool-assumption']) })
  })

  describe('of two appliances, one in each zone', () => {
    const whole = patternDesign('d2-software-vpn-high-availability')
    const isMonitor = (resource: Resource) => resource.kind === 'instance' && resource.role === 'vpn-monitor'
    const alone: Design = { ...whole, resources: Object.fromEntries(Object.entries(whole.resources).filter(([, resource]) => !isMonitor(resource))) as Design['resources'] }
    const failure = { element: 'instance:instance:1', manner: 'silent', repairAfterMs: 3_600_000 } as const
    const times = (design: Design) => timeline(design, failure).intents[0]?.segments.map(({ from, to, state }) => [from / 1000, to === undefined ? undefined : to / 1000, state])

    it('lets the monitor point the routes to the other one, and back when both work', () => {
      const { events, intents } = timeline(whole, failure)
      expect(intents[0]?.lostMs).toBe(35_000)
      expect(intents[0]?.segments.map(({ state }) => state)).toEqual(['lost', 'works', 'works', 'works'])
      expect(intents[0]?.segments[1]?.ways).toEqual(['Headquarters gateway, Software VPN 2, VPN appliance 2'])
      expect(intents[0]?.segments[3]).toMatchObject({ from: 3_635_000, isFirstWay: true })
      expect(events.map(({ at, text }) => `${at / 1000} s: ${text}`)).toEqual([
        '0 s: VPN appliance 1 fails without a word',
        '30 s: Headquarters gateway notices that Software VPN 1 is down',
        '35 s: VPN monitor notices that VPN appliance 1 is down, and points the routes elsewhere',
        '35 s: VPN monitor notices that Software VPN 1 is down, and points the routes elsewhere',
        '3600 s: VPN appliance 1 works again',
        '3605 s: VPN monitor sees VPN appliance 1 again',
        '3630 s: Software VPN 1 is in use again',
        '3635 s: VPN monitor sees Software VPN 1 again, and points the routes back',
      ])
    })

    it('is not told of a clean loss: the monitor asks at its own pace', () => {
      expect(timeline(whole, { ...failure, manner: 'clean' }).intents[0]?.lostMs).toBe(35_000)
    })

    it('heals nothing without a monitor', () => {
      expect(times(alone)).toEqual([[0, 3630, 'lost'], [3630, undefined, 'works']])
    })

    it('loses nothing but the healing with the monitor itself', () => {
      const { intents, events } = timeline(whole, { element: 'instance:instance:3', manner: 'silent' })
      expect(intents).toEqual([])
      expect(events[1]?.text).toBe('without VPN monitor nobody points routes from one of VPN appliance 1 and VPN appliance 2 to the other')
    })
  })

  describe('of two appliances that tell a route server', () => {
    const drawn = (bfd: boolean) => {
      const sketch = new Sketch()
      const { vpc, subnets, table } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b', 'c'])
      sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
      sketch.set(table, { Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: 'internet-gateway:igw' }] })
      const hq = sketch.site('hq', '192.168.0.0/16', [])
      const device = sketch.add('customer-gateway', 'cgw', { site: hq, IpAddress: '203.0.113.1', BgpAsn: 65_000 })
      const appliances = [0, 1].map((at) => {
        const id = sketch.add('instance', `router${at}`, { SubnetId: subnets[at], PrivateIpAddress: `10.0.${at + 1}.10`, PublicIpAddress: `198.51.100.${at + 1}`, SourceDestCheck: false, role: 'vpn-appliance', BgpAsn: 65_100, announcedPrefixes: ['10.0.0.0/16', '192.168.0.0/16'] })
        sketch.add('software-vpn', `tunnel${at}`, { near: id, far: device, routing: 'bgp' })
        return id
      })
      sketch.add('route-server', 'server', { VpcId: vpc, Endpoints: subnets.slice(0, 2).map((SubnetId) => ({ SubnetId })), Peers: appliances.map((peer) => ({ peer, ...(bfd ? { bfd } : {}) })), PropagationRouteTableIds: [table] })
      sketch.intent(hq, subnets[2] as ResourceId)
      return sketch.design()
    }
    const failure = { element: 'instance:instance:router0', manner: 'silent' } as const
    const times = (design: Design) => timeline(design, failure).intents[0]?.segments.map(({ from, to, state }) => [from / 1000, to === undefined ? undefined : to / 1000, state])

    it('cannot tell how soon the tables change, for which AWS states no figure', () => {
      expect(times(drawn(false))).toEqual([[0, 30, 'lost'], [30, undefined, 'cannot-tell']])
    })

    it('waits for the hold time that somebody states, or for BFD, and for the tables', () => {
      const stated = { design: { timers: { routeServerHold: 90_000, routeServerBfd: 900 } } }
      expect(times(assuming(drawn(false), stated))).toEqual([[0, 95, 'lost'], [95, undefined, 'works']])
      expect(times(assuming(drawn(true), stated))).toEqual([[0, 30, 'lost'], [30, undefined, 'works']])
    })
  })

  it('says what it takes to happen at once, where the flows meet it', () => {
    const sketch = new Sketch()
    const { vpc, subnets } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b', 'c'])
    const endpoint = sketch.add('vpc-endpoint', 'logs', { VpcId: vpc, VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.eu-west-1.logs', SubnetIds: subnets.slice(0, 2) })
    sketch.intent(subnets[2] as ResourceId, endpoint, { direction: 'one-way' })
    const { takenAtOnce, intents } = timeline(sketch.design(), { element: `endpoint-interface:${endpoint}/${subnets[0]}`, manner: 'silent' })
    expect([intents[0]?.lostMs, takenAtOnce.map(({ fact }) => fact)]).toEqual([0, ['F-PL-3']])
    expect(timeline(hybrid(A2).sketch.design(), { element: TUNNEL, manner: 'silent' }).takenAtOnce).toEqual([])
  })

  it('asks nothing of ends that are down themselves', () => {
    const { segments } = strip({ ...A1, zones: ['a'] }, { element: 'availability-zone:eu-west-1/eu-west-1a', manner: 'silent', repairAfterMs: 60_000 })
    expect(segments).toEqual([[0, 60, 'ends-lost'], [60, undefined, 'works', 'd0, tunnel 1 of v0', '(first way)']])
  })

  it('leaves out what the failure does not touch', () => {
    const { intents, untouched } = timeline(hybrid(A2).sketch.design(), { element: 'customer-device:customer-gateway:d1', manner: 'silent' })
    expect([intents.length, untouched]).toEqual([0, 1])
  })
})
