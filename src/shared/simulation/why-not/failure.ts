import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import { type Address, equalAddress, formatAddress } from '../../net/address.ts'
import type { Prefix } from '../../net/prefix.ts'
import type { HostInterface } from '../compile/fragment.ts'
import { planFlow } from '../forward/trace.ts'
import { Health } from '../health.ts'
import type { Simulation } from '../index.ts'
import type { Network } from '../network.ts'
import type { ElementId, Flow, Hop, Step, Trace } from '../types.ts'
import { type Holder, holdersOf, homeOf, peerBlock } from './holders.ts'
import { type Addresses, endOf, type Leg, legsOf, passed } from './leg.ts'

type EndStep = Extract<Step, { kind: 'end' }>
type FilterStep = Extract<Step, { kind: 'filter' }>

/** A filter that a packet came to, and what it saw of the packet. */
export interface Filtered extends FilterStep, Addresses {
  readonly hop: Hop
  readonly isReply: boolean
}

const NOWHERE: Addresses = { source: { family: 4, value: 0n }, destination: { family: 4, value: 0n } }

/** A flow that does not get through, and all that is known about how it fails. */
export class Failure {
  readonly simulation: Simulation
  readonly flow: Flow
  readonly failed: readonly ElementId[]
  readonly trace: Trace
  /** The ways that were walked: there, and back when the packet arrived. */
  readonly legs: readonly Leg[]
  /** The way on which it fails, its last step and its last place. */
  readonly leg: Leg
  readonly end: EndStep
  readonly last: Hop
  readonly #start: Addresses | undefined

  private constructor(about: Pick<Failure, 'simulation' | 'flow' | 'failed' | 'trace' | 'legs' | 'leg' | 'end' | 'last'>, start: Addresses | undefined) {
    this.simulation = about.simulation
    this.flow = about.flow
    this.failed = about.failed
    this.trace = about.trace
    this.legs = about.legs
    this.leg = about.leg
    this.end = about.end
    this.last = about.last
    this.#start = start
  }

  /** Reads a trace; undefined when it works. */
  static of(simulation: Simulation, flow: Flow, failed: readonly ElementId[], trace: Trace): Failure | undefined {
    const [planned] = planFlow(new Health(simulation.network, failed), flow)
    const start = planned === undefined || 'problem' in planned ? undefined : planned
    const legs = legsOf(trace, start ?? NOWHERE)
    const leg = legs.find(({ path }) => !path.success)
    const end = leg && endOf(leg)
    const last = leg?.path.hops.at(-1)
    return leg && end && last ? new Failure({ simulation, flow, failed, trace, legs, leg, end, last }, start) : undefined
  }

  get network(): Network {
    return this.simulation.network
  }

  get index(): DesignIndex {
    return this.simulation.network.index
  }

  /** The filter that dropped the packet, when one did. */
  get denial(): (FilterStep & { readonly hop: Hop }) | undefined {
    const station = this.leg.stations.at(-2)
    return station?.step.kind === 'filter' && !station.step.allowed && station.hop === this.last ? { ...station.step, hop: station.hop } : undefined
  }

  /** What the flow's end with this address is: the flow names it, unless the address was translated. */
  #meant(address: Address): ResourceId | 'internet' | undefined {
    if (!this.#start) return undefined
    if (equalAddress(address, this.#start.source)) return this.flow.from
    return equalAddress(address, this.#start.destination) ? this.flow.to : undefined
  }

  /** The networks that hold an address, as the flow means it. */
  holders(address: Address): readonly Holder[] {
    return holdersOf(this.network, address, this.#meant(address))
  }

  /** The narrowest block that a filter rule for this address needs. */
  peer(address: Address): Prefix {
    const isSource = this.#start !== undefined && equalAddress(address, this.#start.source)
    return peerBlock(this.network, address, this.#meant(address), (isSource ? this.flow.sourceAddress : this.flow.toAddress) !== undefined)
  }

  /** The VPC or site that the flow comes from or goes to, and every one that it passes. */
  get homes(): readonly ResourceId[] {
    const ways = this.legs.flatMap((leg) => passed(leg).map((id) => homeOf(this.network, id)))
    const held = this.#start ? [this.#start.source, this.#start.destination].flatMap((address) => this.holders(address).map(({ id }) => id)) : []
    const ends = [this.flow.from, this.flow.to].map((id) => homeOf(this.network, id))
    return [...new Set([...ends, ...held, ...ways].filter((id) => id !== undefined))]
  }

  /** Where the packet of the failing way wants to go. */
  get destinations(): readonly Holder[] {
    return this.holders(this.leg.last.destination)
  }

  /**
   * Where a kind of filter is what stands in the way: the one that dropped the packet. When the question is whether any packet at all
   * could pass, the others of the kind as well, because what they left over decided.
   */
  filtered(filter: FilterStep['filter']): readonly Filtered[] {
    const { denial } = this
    const all = this.legs.flatMap(({ stations, isReply }) => stations.flatMap(({ step, hop, source, destination }) => (step.kind === 'filter' && step.filter === filter ? [{ ...step, hop, source, destination, isReply }] : [])))
    if (this.flow.protocol === 'some' && denial) return all
    return denial?.filter === filter ? all.slice(-1) : []
  }

  /** The interface of an owner that a packet with these addresses meets: the addressed or sending one, else all that it has. */
  interfacesOf(owner: ResourceId, address: Address): readonly HostInterface[] {
    const resource = this.index.get(owner)
    const further = resource?.kind === 'instance' ? (resource.NetworkInterfaces ?? []).map(({ SubnetId }) => SubnetId) : []
    const many = resource && 'ClientVpnTargetNetworks' in resource ? resource.ClientVpnTargetNetworks.map(({ SubnetId }) => SubnetId) : resource && 'SubnetIds' in resource ? (resource.SubnetIds ?? []) : []
    const subnets = resource && 'SubnetId' in resource && resource.SubnetId !== undefined ? [resource.SubnetId, ...further] : many
    const own = new Set(subnets.flatMap((subnet) => this.network.interfacesIn(subnet, owner)))
    const exact = [...own].filter((host) => host.addresses.includes(formatAddress(address)))
    return exact.length > 0 ? exact : [...own]
  }
}
