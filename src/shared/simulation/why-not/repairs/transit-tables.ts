import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import type { Address } from '../../../net/address.ts'
import { containsPrefix, equalPrefix, formatPrefix, parsePrefix, type Prefix } from '../../../net/prefix.ts'
import { type Attachment, attachmentsOfHomes, attachmentsTo, peeringsTo } from '../attachments.ts'
import type { Failure } from '../failure.ts'
import { everywhere } from '../holders.ts'
import { passed } from '../leg.ts'
import { change, nameOf, type Repair, repair } from '../repair.ts'

type Table = ResourceOf<'transit-gateway-route-table'>

/** Attachments that the flow has to do with: those of every VPC and site that it comes from, passes or goes to. */
function attachmentsOf(failure: Failure): readonly Attachment[] {
  const found = attachmentsOfHomes(failure.network, failure.homes)
  return found.filter(({ id, gateway }, position) => found.findIndex((other) => other.id === id && other.gateway === gateway) === position)
}

const tablesOf = ({ index }: Failure, gateway: ResourceId): readonly Table[] => index.childrenOf('transit-gateway-route-table', gateway)

/** An attachment's packets get a table, or another one (F-TGW-26). */
export function transitAssociation(failure: Failure): readonly Repair[] {
  const { index, network } = failure
  const ids = new Set(failure.legs.flatMap(passed))
  return attachmentsOf(failure).flatMap(({ id, gateway }) => {
    const present = network.tableOf(gateway, id)
    // Who has a table is moved only when its packets came by.
    if (present !== undefined && !ids.has(id)) return []
    const fallback = index.getOf('transit-gateway', gateway)?.AssociationDefaultRouteTableId
    return tablesOf(failure, gateway).filter((table) => table.id !== present).map((table) => {
      const words = `associate ${nameOf(index, id)} with ${nameOf(index, table.id)}${present === undefined ? '' : ` instead of ${nameOf(index, present)}`}`
      const weight = present !== undefined ? 4 : table.id === fallback ? 1 : 2
      return repair({ id: `${id} uses ${table.id}`, slot: `${id} table of ${gateway}`, weight, words, resources: [table.id, id] }, (draft) => {
        for (const other of tablesOf(failure, gateway)) {
          const now = draft.resource(other.id)
          if (now?.kind !== 'transit-gateway-route-table') return false
          const rest = now.Associations.filter((association) => association !== id)
          if (other.id === table.id) draft.update(other.id, { Associations: [...rest, id] })
          else if (rest.length < now.Associations.length) draft.update(other.id, { Associations: rest })
        }
        return true
      })
    })
  })
}

/** Tables that decide about the flow: those its attachments use, and those it asked. */
function tablesInUse(failure: Failure, attachments: readonly Attachment[]): readonly Table[] {
  const { index, network } = failure
  const asked = failure.legs.flatMap(({ stations }) => stations.flatMap(({ step }) => (step.kind === 'route' ? (index.getOf('transit-gateway-route-table', step.resource)?.id ?? []) : [])))
  const used = attachments.flatMap(({ id, gateway }) => network.tableOf(gateway, id) ?? [])
  const unassociated = attachments.filter(({ id, gateway }) => network.tableOf(gateway, id) === undefined).flatMap(({ gateway }) => tablesOf(failure, gateway).map(({ id }) => id))
  return [...new Set([...asked, ...used, ...unassociated])].flatMap((id) => index.getOf('transit-gateway-route-table', id) ?? [])
}

/** Tables learn the routes of an attachment that the flow has to do with (F-TGW-27). */
export function transitPropagation(failure: Failure): readonly Repair[] {
  const { index } = failure
  const attachments = attachmentsOf(failure)
  return tablesInUse(failure, attachments).flatMap((table) =>
    attachments.filter(({ id, gateway, learns }) => learns && gateway === table.TransitGatewayId && !table.Propagations.includes(id)).map(({ id }) => {
      const words = `propagate routes from ${nameOf(index, id)} into ${nameOf(index, table.id)}`
      return change(table, { id: `${table.id} learns ${id}`, weight: 2, words, resources: [table.id, id] }, (now) => ({ Propagations: [...now.Propagations, id] }))
    }),
  )
}

function staticRoute({ index }: Failure, table: Table, prefix: Prefix, attachment: ResourceId, weight: number): Repair | undefined {
  const same = (route: Table['Routes'][number]) => {
    const other = parsePrefix(route.DestinationCidrBlock)
    return other !== undefined && equalPrefix(other, prefix)
  }
  const present = table.Routes.find(same)
  if (present?.attachment === attachment && present.blackhole !== true) return undefined
  const text = formatPrefix(prefix)
  const now = present?.blackhole === true ? 'dropping it' : present?.attachment === undefined ? 'an attachment that is gone' : nameOf(index, present.attachment)
  const words = present === undefined ? `add ${text} → ${nameOf(index, attachment)} to ${nameOf(index, table.id)}` : `point ${text} of ${nameOf(index, table.id)} at ${nameOf(index, attachment)} instead of ${now}`
  return change(table, { id: `${table.id} ${text} ${attachment}`, slot: `${table.id} ${text}`, purpose: `${table.id} ${attachment}`, weight: weight + (present === undefined ? 0 : 2), words, resources: [table.id, attachment] }, (draft) => ({
    Routes: [...draft.Routes.filter((route) => !same(route)), { DestinationCidrBlock: text, attachment }],
  }))
}

/** So many attachments of other VPCs are tried, for flows that go through an inspection or egress VPC. */
const MOST_OTHERS = 6

/** Addresses that a table is, or ought to be, asked for, with the prefix that wins now. One that was not asked matters through what it announces to a site. */
function questionsTo(failure: Failure, table: Table): readonly { readonly address: Address; readonly winner: Prefix | undefined; readonly wasAsked: boolean }[] {
  const stations = failure.legs.flatMap((leg) => leg.stations).filter(({ step }) => step.kind === 'route' && step.resource === table.id)
  if (stations.length === 0) return [failure.leg.last.destination, failure.leg.last.source].map((address) => ({ address, winner: undefined, wasAsked: false }))
  return stations.map(({ step, destination }) => {
    const chosen = step.kind === 'route' ? step.candidates.find((candidate) => candidate.chosen) : undefined
    return { address: destination, winner: parsePrefix(chosen?.destination ?? ''), wasAsked: true }
  })
}

/** Static routes of transit gateway tables, which win against what they learn (F-TGW-29). */
export function transitRoutes(failure: Failure): readonly Repair[] {
  const { network, index } = failure
  return tablesInUse(failure, attachmentsOf(failure)).flatMap((table) =>
    questionsTo(failure, table).flatMap(({ address, winner, wasAsked }) =>
      failure.holders(address).flatMap((holder) => {
        const own = attachmentsTo(network, holder).filter(({ gateway }) => gateway === table.TransitGatewayId)
        const likely = [...own, ...peeringsTo(network, table.TransitGatewayId, holder)].map(({ id }) => id)
        const others = wasAsked ? index.links(table.TransitGatewayId).filter(({ kind, id }) => kind === 'transit-gateway-vpc-attachment' && !likely.includes(id)).slice(0, MOST_OTHERS) : []
        const prefix = winner && containsPrefix(holder.block, winner) ? winner : holder.block
        const far = likely.flatMap((id) => staticRoute(failure, table, prefix, id, 2) ?? [])
        const through = others.flatMap(({ id }) => [staticRoute(failure, table, prefix, id, 5) ?? [], staticRoute(failure, table, everywhere(prefix.family), id, 6) ?? []].flat())
        return [...far, ...through]
      }),
    ),
  )
}
