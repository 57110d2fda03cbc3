import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { subnetsByTable } from '../readings/vpc-blocks.ts'
import { sharesZone, zoneOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Subnet = ResourceOf<'subnet'>
type Attachment = ResourceOf<'transit-gateway-vpc-attachment'>

function* checkAttachment(index: DesignIndex, attachment: Attachment): Generator<Report> {
  const tables = [...subnetsByTable(index, attachment.VpcId)]
  const senders = tables.flatMap(([table, users]) => (table?.Routes.some((route) => route.target === attachment.TransitGatewayId) === true ? users : []))
  const attached = attachment.SubnetIds.flatMap((id) => index.getOf('subnet', id) ?? [])
  const cut = new Map<string, Subnet[]>()
  const unclear: Subnet[] = []
  for (const sender of senders) {
    const answers = attached.map((subnet) => sharesZone(sender, subnet))
    if (answers.includes(true)) continue
    const zone = zoneOf(sender)
    if (answers.includes(undefined) || zone === undefined) unclear.push(sender)
    else file(cut, zone, sender)
  }
  const gateway = nameOf(index, attachment.TransitGatewayId)
  for (const [zone, subnets] of cut) {
    const [candidate] = subnets
    const added = candidate ? [fix(`Attach ${displayName(candidate)} for ${zone}`, setField(attachment, 'SubnetIds', [...attachment.SubnetIds, candidate.id]))] : []
    yield {
      message: 'zone',
      slots: { subnets: sentence(subnets.map(displayName)), zone, attachment: displayName(attachment), gateway },
      resources: [attachment.id, ...subnets.map(({ id }) => id), attachment.TransitGatewayId],
      field: 'SubnetIds',
      evidence: attached.map((subnet) => ({ what: 'attachment subnet', value: `${displayName(subnet)} in ${zoneOf(subnet) ?? 'no zone'}`, resource: subnet.id })),
      fixes: added,
    }
  }
  if (unclear.length > 0) {
    const slots = { subnets: sentence(unclear.map(displayName)), attachment: displayName(attachment), gateway }
    yield { message: 'unknown', slots, resources: [attachment.id, ...unclear.map(({ id }) => id)], field: 'SubnetIds', verdict: 'cannot-tell', severity: 'advice' }
  }
}

export default defineRule({
  id: 'attachment-zone-missing',
  catalogue: 'R-TGW-02',
  title: 'Subnet\'s Availability Zone has no attachment subnet',
  severity: 'error',
  appliesTo: ['transit-gateway-vpc-attachment', 'subnet'],
  after: ['one-attachment-per-vpc'],
  why: 'A transit gateway is entered through an interface in the sender\'s own Availability Zone. In a zone without an attachment subnet the route to it is there, and the packets are dropped.',
  remedy: 'Add a subnet of that Availability Zone to the attachment.',
  sources: [
    { fact: 'F-TGW-22', checked: CHECKED },
    { fact: 'F-TGW-20', checked: CHECKED },
  ],
  messages: {
    zone: '{subnets} cannot send to {gateway}: {attachment} has no subnet in {zone}.',
    unknown: 'Whether {subnets} can send to {gateway} cannot be told: the Availability Zones are not known well enough to find one of {attachment} in the same zone.',
  },
  checkEach: { 'transit-gateway-vpc-attachment': (attachment, { index }) => checkAttachment(index, attachment) },
})
