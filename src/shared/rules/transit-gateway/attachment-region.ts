import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'attachment-region',
  catalogue: 'R-TGW-26',
  title: 'VPC of another Region attached to a transit gateway',
  severity: 'error',
  appliesTo: ['transit-gateway', 'transit-gateway-vpc-attachment', 'client-vpn-endpoint'],
  why: 'A transit gateway is a router of one Region and takes attachments of that Region alone. VPCs elsewhere need a transit gateway there, peered with this one.',
  remedy: 'Draw a transit gateway in the other Region, attach the VPC to it and peer the two.',
  sources: [{ fact: 'F-TGW-1', checked: CHECKED }],
  messages: {
    elsewhere: '{attachment} joins {vpc} in {region} to {gateway}, which is in {gatewayRegion}.',
    spread: 'The VPCs on {gateway} are in {regions}; a transit gateway serves one Region, and which one {gateway} is in is not said.',
  },
  checkEach: {
    *'transit-gateway-vpc-attachment'(attachment, { index }) {
      const gatewayRegion = index.getOf('transit-gateway', attachment.TransitGatewayId)?.Region
      const region = index.getOf('vpc', attachment.VpcId)?.Region
      if (region === undefined || gatewayRegion === undefined || region === gatewayRegion) return
      yield { message: 'elsewhere', slots: { attachment: displayName(attachment), vpc: nameOf(index, attachment.VpcId), region, gateway: nameOf(index, attachment.TransitGatewayId), gatewayRegion }, resources: [attachment.id, attachment.VpcId, attachment.TransitGatewayId], field: 'TransitGatewayId' }
    },
    *'transit-gateway'(gateway, { index }) {
      if (gateway.Region !== undefined) return
      const vpcs = referrersOf(index, 'transit-gateway-vpc-attachment', gateway.id).flatMap(({ VpcId }) => index.getOf('vpc', VpcId) ?? [])
      const regions = [...new Set(vpcs.flatMap(({ Region }) => Region ?? []))].sort()
      if (regions.length > 1) yield { message: 'spread', slots: { gateway: displayName(gateway), regions: sentence(regions) }, resources: [gateway.id, ...vpcs.map(({ id }) => id)], field: 'Region', severity: 'warning' }
    },
  },
})
