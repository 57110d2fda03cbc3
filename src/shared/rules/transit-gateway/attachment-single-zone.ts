import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { subnetsOf, workloadSubnetsOf, zoneOf, zonesOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'attachment-single-zone',
  catalogue: 'R-TGW-03',
  title: 'VPC of several Availability Zones is attached in one of them',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['transit-gateway-vpc-attachment'],
  after: ['attachment-zone-missing'],
  why: 'All traffic between the transit gateway and the VPC passes the zones of the attachment. With one zone attached, the failure of that zone cuts off the workloads in the others too.',
  remedy: 'Attach a subnet in every Availability Zone that the VPC uses.',
  sources: [
    { fact: 'F-TGW-20', checked: CHECKED },
    { fact: 'F-TGW-23', checked: CHECKED },
  ],
  messages: { one: '{attachment} joins {vpc} to {gateway} in {zone} alone, although {vpc} also uses {others}.' },
  checkEach: {
    *'transit-gateway-vpc-attachment'(attachment, { index }) {
      const zones = zonesOf(subnetsOf(index, attachment.SubnetIds))
      const [zone, ...more] = zones ?? []
      if (zone === undefined || more.length > 0) return
      const outside = workloadSubnetsOf(index, attachment.VpcId).filter((subnet) => ![undefined, zone].includes(zoneOf(subnet)))
      const others = [...(zonesOf(outside) ?? [])].sort()
      if (others.length === 0) return
      const added = others.flatMap((other) => outside.find((subnet) => zoneOf(subnet) === other)?.id ?? [])
      yield {
        message: 'one',
        slots: { attachment: displayName(attachment), vpc: nameOf(index, attachment.VpcId), gateway: nameOf(index, attachment.TransitGatewayId), zone, others: sentence(others) },
        resources: [attachment.id, attachment.VpcId, ...outside.map(({ id }) => id)],
        field: 'SubnetIds',
        fixes: [fix(`Attach ${sentence(added.map((id) => nameOf(index, id)))}`, setField(attachment, 'SubnetIds', [...attachment.SubnetIds, ...added]))],
      }
    },
  },
})
