import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { nameOf } from '../readings/names.ts'
import { subnetsOf, zoneOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

/** Names of Local Zones, such as us-west-2-lax-1a, and their ids, such as usw2-lax1-az1. */
const LOCAL_ZONE = /^[a-z]{2}(-[a-z]+)+-\d+-[a-z]{3}-\d+[a-z]$/
const LOCAL_ZONE_ID = /^[a-z0-9]+-[a-z]{3}\d+-az\d+$/

const isLocal = ({ AvailabilityZone = '', AvailabilityZoneId = '' }: ResourceOf<'subnet'>) => LOCAL_ZONE.test(AvailabilityZone) || LOCAL_ZONE_ID.test(AvailabilityZoneId)
const isIpv6Only = ({ CidrBlock, Ipv6CidrBlock }: ResourceOf<'subnet'>) => CidrBlock === undefined && Ipv6CidrBlock !== undefined

export default defineRule({
  id: 'attachment-subnet-unfit',
  catalogue: 'R-TGW-24',
  title: 'Attachment subnet in a Local Zone or without IPv4',
  severity: 'error',
  appliesTo: ['transit-gateway-vpc-attachment', 'subnet'],
  why: 'A transit gateway puts its interfaces into Availability Zones of the Region, and each needs an IPv4 address. AWS takes neither a subnet of a Local Zone nor one with IPv6 alone.',
  remedy: 'Attach a subnet of an Availability Zone of the Region that has an IPv4 block.',
  sources: [{ fact: 'F-TGW-21', checked: CHECKED }],
  messages: {
    local: '{attachment} uses {subnet} in the Local Zone {zone}, where transit gateways have no interfaces.',
    ipv6: '{attachment} uses {subnet}, which has IPv6 alone.',
  },
  checkEach: {
    *'transit-gateway-vpc-attachment'(attachment, { index }) {
      for (const subnet of subnetsOf(index, attachment.SubnetIds)) {
        const message = isLocal(subnet) ? 'local' : isIpv6Only(subnet) ? 'ipv6' : undefined
        if (!message) continue
        const slots = { attachment: displayName(attachment), subnet: displayName(subnet), zone: zoneOf(subnet) ?? '' }
        const removed = fix(`Take ${slots.subnet} off ${nameOf(index, attachment.id)}`, setField(attachment, 'SubnetIds', attachment.SubnetIds.filter((id) => id !== subnet.id)))
        yield { message, slots, resources: [attachment.id, subnet.id], field: 'SubnetIds', fixes: [removed] }
      }
    },
  },
})
