import type { ResourceId } from '../../model/id.ts'
import { definitionOf, type Kind, type Resource, type ResourceOf } from '../../model/index.ts'
import { endsOf, type LinkChoice, linkChoices } from '../../model/link.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { canDrop } from './holding.ts'
import { linkFields, suits } from './link-fields.ts'
import { type Relation, relationsBetween } from './relations.ts'

/** One way to join two things: a new link with these fields, a gateway attached to a VPC, or fields of one that name the other. */
export interface ConnectChoice {
  /** What the menu shows. */
  readonly label: string
  readonly link?: { readonly kind: Kind; readonly fields: Readonly<Record<string, unknown>> }
  readonly attach?: { readonly gateway: ResourceId; readonly vpc: ResourceId }
  readonly set?: Relation
}

/** Links of which a pair of ends has one at most. */
const ONE_PER_PAIR: readonly Kind[] = [
  'vpc-peering-connection', 'transit-gateway-vpc-attachment', 'direct-connect-gateway-association',
  'transit-gateway-peering-attachment', 'core-network-attachment', 'remote-access',
]
const MOST_CHOICES = 12

/** What a gesture on a thing may mean: the thing, or what acts for it (a site's devices beside itself, a VPC's VGW, a subnet's VPC). */
function standIns(index: DesignIndex, resource: Resource): readonly Resource[] {
  if (resource.kind === 'site') return [resource, ...index.childrenOf('customer-gateway', resource.id)]
  if (resource.kind === 'vpc') return [resource, ...index.childrenOf('vpn-gateway', resource.id)]
  if (resource.kind !== 'subnet') return [resource]
  const vpc = index.get(resource.VpcId)
  return vpc ? standIns(index, vpc) : []
}

function isTaken(index: DesignIndex, kind: Kind, a: ResourceId, b: ResourceId): boolean {
  return ONE_PER_PAIR.includes(kind) && index.links(a).some((link) => link.kind === kind && endsOf(link)?.includes(b) === true)
}

function direct(index: DesignIndex, from: Resource, to: Resource, standsIn: boolean): ConnectChoice[] {
  const suffix = standsIn ? ` (${displayName(from)} to ${displayName(to)})` : ''
  return linkChoices(from.kind, to.kind).flatMap((choice): ConnectChoice[] => {
    if (!suits(index, choice.kind, from, to)) return []
    if (choice.kind === 'virtual-interface') return overConnections(index, from, to, choice, suffix)
    if (from.id === to.id || isTaken(index, choice.kind, from.id, to.id)) return []
    const isTurned = choice.kind === 'carrier-circuit' && from.kind === 'site' && to.kind === 'site' && to.siteType !== 'colocation' // it leads to the colocation
    const [first, second] = isTurned ? [to, from] : [from, to]
    return [{ label: `${definitionOf(choice.kind).label}${suffix}`, link: { kind: choice.kind, fields: { ...linkFields(index, choice.kind, [from, to]), [choice.fromField]: first.id, [choice.toField]: second.id } } }]
  })
}

type Port = ResourceOf<'direct-connect-connection'> | ResourceOf<'direct-connect-lag'>

const isPort = (resource: Resource): resource is Port => resource.kind === 'direct-connect-connection' || resource.kind === 'direct-connect-lag'

/** What virtual interfaces run over: LAGs, and connections that are in none. */
function portsOf(index: DesignIndex): readonly Port[] {
  return [...index.all('direct-connect-connection').filter(({ LagId }) => LagId === undefined), ...index.all('direct-connect-lag')]
}

/** A virtual interface between a router and a gateway: one choice per Direct Connect connection or LAG that it could run over. */
function overConnections(index: DesignIndex, from: Resource, to: Resource, choice: LinkChoice, suffix: string): ConnectChoice[] {
  const fields = { ...linkFields(index, choice.kind, [from, to]), [choice.fromField]: from.id, [choice.toField]: to.id }
  const { label } = definitionOf(choice.kind)
  const connections = portsOf(index)
  if (connections.length === 0) return [{ label: `${label}${suffix}`, link: { kind: choice.kind, fields } }]
  return connections.map((connection) => ({ label: `${label} over ${displayName(connection)}${suffix}`, link: { kind: choice.kind, fields: { ...fields, ConnectionId: connection.id } } }))
}

/** From a Direct Connect connection or LAG to a router or a gateway: the missing third end is offered by name. */
function throughConnection(index: DesignIndex, connection: Port, other: Resource): ConnectChoice[] {
  const isRouter = other.kind === 'customer-gateway'
  const thirds: readonly Resource[] = isRouter ? [...index.all('direct-connect-gateway'), ...index.all('vpn-gateway'), ...index.all('aws-public-services')] : index.all('customer-gateway')
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
  const found = [...attachments(index, a, b), ...relationsBetween(a, b).map((set) => ({ label: set.label, set }))]
  for (const start of standIns(index, a)) {
    for (const finish of standIns(index, b)) {
      if (isPort(start)) found.push(...throughConnection(index, start, finish))
      else if (isPort(finish)) found.push(...throughConnection(index, finish, start))
      found.push(...direct(index, start, finish, start !== a || finish !== b))
    }
  }
  return found.slice(0, MOST_CHOICES)
}
