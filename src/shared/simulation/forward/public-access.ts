import type { ResourceId } from '../../model/id.ts'
import { type Address, equalAddress } from '../../net/address.ts'
import type { Step } from '../types.ts'
import { type Context, pass, type Place } from './context.ts'

/** What a packet at a gateway to the internet has to do with its VPC. */
interface AtGateway {
  readonly vpc: ResourceId
  /** Address in the VPC that sends or is addressed; undefined for what stands in no subnet, as a regional NAT gateway does. */
  readonly address: Address | undefined
  readonly direction: 'in' | 'out'
  /** The packet belongs to a connection that was opened from inside, by way of a NAT gateway or an egress-only internet gateway. */
  readonly isEgress: boolean
}

/** True when the address in the VPC is one that a NAT gateway put in place of a sender behind it. */
export const isTranslated = ({ network, translations }: Context, address: Address): boolean =>
  translations.some(({ at, outside }) => network.index.getOf('nat-gateway', at) !== undefined && equalAddress(outside, address))

function blockOf({ network }: Context, { vpc, address, direction, isEgress }: AtGateway): Step | undefined {
  const subnet = network.index.getOf('subnet', address && network.fragment('vpc', vpc)?.subnetByAddress.longest(address)[0])
  const whole = network.index.getOf('vpc', vpc)
  const holder = subnet?.InternetGatewayBlockMode === undefined ? whole : subnet
  const mode = holder?.InternetGatewayBlockMode ?? 'off'
  if (holder === undefined || mode === 'off') return undefined
  const allowed = mode === 'block-ingress' && isEgress
  const detail = `Block Public Access is set to ${mode} for ${holder.name || holder.id}${allowed ? ', which leaves alone what was opened from inside through a NAT gateway or an egress-only internet gateway' : ''}`
  return { kind: 'filter', filter: 'block-public-access', direction, resource: subnet?.id ?? vpc, allowed, detail, fact: 'F-EDGE-60' }
}

/** Block Public Access at an internet or egress-only internet gateway: the end of the way where it stops the packet. What holds for a subnet goes before what holds for its VPC (F-EDGE-60). */
export const passPublicAccess = (context: Context, about: AtGateway): Place | undefined => pass(context, blockOf(context, about))
