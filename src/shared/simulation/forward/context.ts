import type { ResourceId } from '../../model/id.ts'
import { type Address, formatAddress } from '../../net/address.ts'
import type { HostInterface } from '../compile/fragment.ts'
import type { Health } from '../health.ts'
import type { Network } from '../network.ts'
import type { RouteView } from '../routes/index.ts'
import type { Disposition, ElementId, Flow, Step, Trace } from '../types.ts'
import type { Journey } from './journey.ts'
import { forgetGroups, type Packet } from './packet.ts'

/** How a packet came into a VPC. The subnet is where it stands; a gateway that is no subnet has none. */
export interface Arrival {
  readonly by: 'subnet' | 'internet-gateway' | 'vpn-gateway' | 'peering' | 'transit-gateway' | 'service' | 'nat-gateway'
  readonly subnet?: ResourceId
}

/** Where the packet is and what is to be done with it next. */
export type Place =
  | { readonly at: 'host'; readonly host: HostInterface }
  | { readonly at: 'subnet'; readonly subnet: ResourceId }
  | { readonly at: 'vpc'; readonly vpc: ResourceId; readonly arrival: Arrival }
  | { readonly at: 'target'; readonly vpc: ResourceId; readonly subnet: ResourceId | undefined; readonly target: ResourceId }
  | { readonly at: 'internet-gateway'; readonly vpc: ResourceId; readonly gateway: ResourceId }
  | { readonly at: 'internet' }
  | { readonly at: 'vpn-gateway'; readonly gateway: ResourceId; readonly from: ResourceId }
  | { readonly at: 'transit-gateway'; readonly gateway: ResourceId; readonly attachment: ResourceId }
  | { readonly at: 'attachment'; readonly attachment: ResourceId; readonly from: ResourceId }
  | { readonly at: 'direct-connect-gateway'; readonly gateway: ResourceId; readonly from: ResourceId }
  | { readonly at: 'virtual-interface'; readonly id: ResourceId; readonly towards: 'aws' | 'customer' }
  | { readonly at: 'tunnel'; readonly connection: ResourceId; readonly tunnel: 1 | 2; readonly towards: 'aws' | 'customer' }
  | { readonly at: 'device'; readonly device: ResourceId; readonly from: ResourceId | 'lan' }
  | { readonly at: 'site'; readonly site: ResourceId; readonly arrived?: true }
  | { readonly at: 'wan-link'; readonly id: ResourceId; readonly from: ResourceId }
  | { readonly at: 'software-vpn'; readonly id: ResourceId; readonly from: ResourceId }
  | { readonly at: 'connect-peer'; readonly id: ResourceId; readonly towards: 'aws' | 'router' }
  | { readonly at: 'core-network'; readonly network: ResourceId; readonly attachment: ResourceId }
  | { readonly at: 'remote-access'; readonly link: ResourceId }
  | { readonly at: 'appliance'; readonly instance: ResourceId; readonly from: ResourceId }
  | { readonly at: 'end'; readonly disposition: Disposition; readonly detail: string; readonly fact?: string; readonly landed?: Landing }

/** Where a packet ended well: from here its reply starts. */
export type Landing =
  /** `beyond`: what stands behind the host and answered in fact (the load balancer and target of an endpoint). */
  | { readonly on: 'host'; readonly host: HostInterface; readonly beyond?: readonly ResourceId[] }
  | { readonly on: 'users'; readonly users: ResourceId }
  | { readonly on: 'subnet'; readonly subnet: ResourceId }
  | { readonly on: 'site'; readonly site: ResourceId; readonly device?: ResourceId }
  | { readonly on: 'device'; readonly device: ResourceId }
  | { readonly on: 'internet' }
  | { readonly on: 'service'; readonly vpc: ResourceId; readonly endpoint: ResourceId }
  | { readonly on: 'gateway'; readonly gateway: ResourceId }

/** A translation that a reply takes back: what `inside` looked like from beyond the gateway. */
export interface Translation {
  readonly at: ResourceId
  readonly inside: Address
  readonly outside: Address
}

/** Everything one packet's walk needs. Stand-ins, translations and tracked connections are shared with the walk of its reply. */
export interface Context {
  readonly network: Network
  readonly health: Health
  readonly routing: RouteView
  readonly journey: Journey
  readonly packet: Packet
  /** Addresses that stand for "some host of this subnet", or are the sending device's own, by canonical text. */
  readonly standIns: ReadonlyMap<string, ResourceId>
  readonly translations: Translation[]
  /** Interfaces whose security groups let the connection pass, and stateful middleboxes that saw it begin. */
  readonly tracked: Set<string>
  /** Asks for another flow in the same state: a sign-in that a way in depends on. */
  readonly ask: (flow: Flow) => Trace
  /** The remote users whose flow this is. */
  readonly users: ResourceId | undefined
  /** The last instance that passed the packet on and has a public address: it may be one that translates. */
  forwarder: ResourceId | undefined
  /** Zone that the packet last stood in: a transit gateway keeps to it (F-TGW-23). */
  zone: ElementId | undefined
}

/** Ends the walk. */
export function stop(disposition: Disposition, detail: string, fact?: string): Place {
  return { at: 'end', disposition, detail, ...(fact === undefined ? {} : { fact }) }
}

/** Ends the walk well. */
export function arrive(disposition: 'delivered' | 'left-network', detail: string, landed: Landing, fact?: string): Place {
  return { at: 'end', disposition, detail, landed, ...(fact === undefined ? {} : { fact }) }
}

/** Notes a filter's verdict; the end of the walk when it was a denial, else undefined. */
export function pass(context: Context, step: Step | undefined): Place | undefined {
  if (!step) return undefined
  context.journey.step(step)
  if (step.kind !== 'filter' || step.allowed) return undefined
  const words = { 'security-group': 'a security group', 'network-acl': 'a network ACL', nat: 'the NAT gateway', 'source-dest-check': 'the source/destination check', 'block-public-access': 'Block Public Access' }
  return stop('denied', `${words[step.filter]} drops it: ${step.detail}`, step.fact)
}

/** Replaces an address of the packet and notes it. References to the sender's security groups end here. */
export function translate(context: Context, side: 'source' | 'destination', after: Address, why: string, fact: string): void {
  const before = context.packet[side]
  context.journey.step({ kind: 'translate', detail: why, before: formatAddress(before), after: formatAddress(after), fact })
  context.packet[side] = after
  forgetGroups(context.packet, 'an address was translated on the way')
}

/** The packet's destination as text. */
export const destinationText = (context: Context): string => formatAddress(context.packet.destination)
