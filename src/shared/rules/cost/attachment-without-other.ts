import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { brokenDemands } from '../readings/demands.ts'
import { transitAttachmentsOf } from '../readings/transit-attachments.ts'
import { defineRule, type Report } from '../rule.ts'

/** Attachments that no table of the gateway leads to: not even a reply comes back over them. */
function* unrouted(index: DesignIndex, gateway: ResourceOf<'transit-gateway'>, attachments: ReturnType<typeof transitAttachmentsOf>): Generator<Report> {
  const tables = index.childrenOf('transit-gateway-route-table', gateway.id)
  const reached = new Set(tables.flatMap(({ Propagations, Routes }) => [...Propagations, ...Routes.map(({ attachment }) => attachment)]))
  if (tables.length === 0 || gateway.DefaultRouteTablePropagation === 'enable') return
  for (const attachment of attachments) {
    const isTransport = index.referrers(attachment.id).some(({ reference }) => reference.at[0] === 'TransportTransitGatewayAttachmentId')
    if (attachment.kind === 'transit-gateway-peering-attachment' || reached.has(attachment.id) || isTransport) continue // a rule about peering speaks of those
    yield { message: 'unrouted', slots: { attachment: displayName(attachment), gateway: displayName(gateway) }, resources: [attachment.id, gateway.id] }
  }
}

export default defineRule({
  id: 'attachment-without-other',
  catalogue: 'R-COST-02',
  title: 'Transit gateway attachment with nothing to talk to',
  severity: 'advice',
  profiles: ['cost'],
  appliesTo: ['transit-gateway', 'transit-gateway-vpc-attachment', 'vpn-connection'],
  after: ['attachment-unassociated'],
  why: 'Each attachment and VPN connection is paid for by the hour, used or not. The only one of a transit gateway can exchange traffic with nobody, and to one that no route leads to nothing is sent, not even a reply.',
  remedy: 'Attach what it is to talk to and let it propagate, or remove it.',
  sources: [
    { fact: 'F-COST-1', checked: CHECKED },
    { fact: 'F-COST-10', checked: CHECKED },
  ],
  messages: {
    alone: '{attachment} is the only attachment of {gateway}: it is paid for, and nothing can flow over it.',
    unrouted: 'No route table of {gateway} has a route to {attachment}: it is paid for, and nothing is sent to it.',
  },
  *check(context) {
    const { index } = context
    for (const gateway of index.all('transit-gateway')) {
      if (gateway.awsId !== undefined) continue // an import may not have seen the other accounts
      const [only, ...others] = transitAttachmentsOf(index, gateway.id)
      if (!only) continue
      if (others.length === 0) yield { message: 'alone', slots: { attachment: displayName(only), gateway: displayName(gateway) }, resources: [only.id, gateway.id] }
      // While something required does not get through, the rules about that speak of missing routes.
      else if (brokenDemands(context).length === 0) yield* unrouted(index, gateway, [only, ...others])
    }
  },
})
