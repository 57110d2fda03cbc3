import type { ResourceId } from '../../model/id.ts'
import { definitionOf, type Kind, type Resource, type ResourceOf } from '../../model/index.ts'
import { endsOf, type LinkChoice, linkChoices } from '../../model/link.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { canDrop } from './holding.ts'

/** One way to join two things: a new link with these fields, or a gateway attached to a VPC. */
export interface ConnectChoice {
  /** What the menu shows. */
  readonly label: string
  readonly link?: { readonly kind: Kind; readonly fields: Readonly<Record<string, unknown>> }
  readonly attach?: { readonly gateway: ResourceId; readonly vpc: ResourceId }
}

/** Links of which a pair of ends has one at most. */
const ONE_PER_PAIR: readonly Kind[] = ['vpc-peering-connection', 'transit-gateway-vpc-attachment', 'direct-connect-gateway-association']
const MOST_CHOICES = 12

/** What a gesture on a thing may mean: the thing, or what acts for it (a site's devices, a VPC's VGW, a subnet's VPC). */
function standIns(index: DesignIndex, resource: Resource): readonly Resource[] {
  if (resource.kind === 'site') return index.childrenOf('customer-gateway', resource.id)
  if (resource.kind === 'vpc') return [resource, ...index.childrenOf('vpn-gateway', resource.id)]
  if (resource.kind !== 'subnet') return [resource]
  const vpc = index.get(resource.VpcId)
  return vpc ? standIns(index, vpc) : []
}

function isTaken(index: DesignIndex, kind: Kind, a: ResourceId, b: ResourceId): boolean {
  return ONE_PER_PAIR.includes(kind) && index.links(a).some((link) => link.kind === kind && endsOf(link)?.includes(b) === true)
}

/** The fields that a new link needs besides its ends, as they follow from the ends. */
function linkFields(index: DesignIndex, kind: Kind, ends: readonly Resource[]): Readonly<Record<string, unknown>> {
  const device = ends.find((end) => end.kind === 'customer-gateway')
  const gateway = ends.find((end) => end.kind === 'direct-connect-gateway')
  if (kind === 'vpn-connection') return { StaticRoutesOnly: device?.bgp === false }
  if (kind !== 'virtual-interface') return {}
  const isTransit = gateway !== undefined && index.links(gateway.id).some((link) => link.kind === 'direct-connect-gateway-association' && link.TransitGatewayId !== undefined)
  return { VirtualInterfaceType: isTransit ? 'transit' : 'private', ...(device ? { Asn: device.BgpAsn } : {}) }
}

function direct(index: DesignIndex, from: Resource, to: Resource, standsIn: boolean): ConnectChoice[] {
  const suffix = standsIn ? ` (${displayName(from)} to ${displayName(to)})` : ''
  return linkChoices(from.kind, to.kind).flatMap((choice): ConnectChoice[] => {
    if (choice.kind === 'virtual-interface') return overConnections(index, from, to, choice, suffix)
    if (from.id === to.id || isTaken(index, choice.kind, from.id, to.id)) return []
    return [{ label: `${definitionOf(choice.kind).label}${suffix}`, link: { kind: choice.kind, fields: { ...linkFields(index, choice.kind, [from, to]), [choice.fromField]: from.id, [choice.toField]: to.id } } }]
  })
}

/** A virtual interface between a router and a gateway: one choice per Direct Connect connection that it could run over. */
function overConnections(index: DesignIndex, from: Resource, to: Resource, choice: LinkChoice, suffix: string): ConnectChoice[] {
  const fields = { ...linkFields(index, choice.kind, [from, to]), [choice.fromField]: from.id, [choice.toField]: to.id }
  const { label } = definitionOf(choice.kind)
  const connections = index.all('direct-connect-connection')
  if (connections.length === 0) return [{ label: `${label}${suffix}`, link: { kind: choice.kind, fields } }]
  return connections.map((connection) => ({ label: `${label} over ${displayName(connection)}${suffix}`, link: { kind: choice.kind, fields: { ...fields, ConnectionId: connection.id } } }))
}

/** From a Direct Connect connection to a router or a gateway: the missing third end is offered by name. */
function throughConnection(index: DesignIndex, connection: ResourceOf<'direct-connect-connection'>, other: Resource): ConnectChoice[] {
  const isRouter = other.kind === 'customer-gateway'
  const thirds: readonly Resource[] = isRouter ? [...index.all('direct-connect-gateway'), ...index.all('vpn-gateway')] : index.all('customer-gateway')
  return thirds.flatMap((third) => {
    const [router, gateway] = isRouter ? [other, third] : [third, other]
    const choice = linkChoices(router.kind, gateway.kind).find(({ kind }) => kind === 'virtual-interface')
    if (!choice) return []
    const fields = { ...linkFields(index, choice.kind, [router, gateway]), [choice.fromField]: router.id, [choice.toField]: gateway.id, ConnectionId: connection.id }
    return [{ label: `${definitionOf(choice.kind).label} ${isRouter ? 'to' : 'from'} ${displayName(third)}`, link: { kind: choice.kind, fields } }]
  })
}

function attachments(index: DesignIndex, a: Resource, b: Resource): ConnectChoice[] {
  const gateway = [a, b].find((end) => end.kind === 'vpn-gateway' || end.kind === 'internet-gateway')
  const end = gateway === a ? b : a
  const vpc = end.kind === 'subnet' ? end.VpcId : end.kind === 'vpc' ? end.id : undefined
  if (!gateway || !vpc || index.children(vpc).includes(gateway) || canDrop(index, gateway.id, vpc) !== undefined) return []
  return [{ label: `Attach ${displayName(gateway)}`, attach: { gateway: gateway.id, vpc } }]
}

/** The ways to join two things, best first; empty when none makes sense (`whyNoConnection` says why). */
export function connectChoices(index: DesignIndex, from: ResourceId, to: ResourceId): ConnectChoice[] {
  const [a, b] = [index.get(from), index.get(to)]
  if (!a || !b || a.id === b.id) return []
  const found = attachments(index, a, b)
  for (const start of standIns(index, a)) {
    for (const finish of standIns(index, b)) {
      if (start.kind === 'direct-connect-connection') found.push(...throughConnection(index, start, finish))
      else if (finish.kind === 'direct-connect-connection') found.push(...throughConnection(index, finish, start))
      else found.push(...direct(index, start, finish, start !== a || finish !== b))
    }
  }
  return found.slice(0, MOST_CHOICES)
}

/** Why two things cannot be joined, in a sentence that says what would help. */
export function whyNoConnection(index: DesignIndex, from: ResourceId, to: ResourceId): string {
  const [a, b] = [index.get(from), index.get(to)]
  if (!a || !b || a.id === b.id) return 'Draw the link to another resource.'
  const kinds = [a.kind, b.kind]
  if (kinds.includes('site')) return 'A site connects through a customer gateway device; add one to the site first.'
  if (kinds.includes('customer-gateway') && (kinds.includes('vpc') || kinds.includes('subnet'))) return 'A VPN connection ends on a virtual private gateway or a transit gateway; attach one to the VPC first.'
  return `No link joins ${displayName(a)} and ${displayName(b)}, or they are joined already.`
}
