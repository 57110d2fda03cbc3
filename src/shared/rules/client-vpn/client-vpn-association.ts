import { displayName } from '../../document/query.ts'
import { ASSOCIATION_SUBNET } from '../../facts/client-vpn.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parsePrefix, sizeOf } from '../../net/prefix.ts'
import { associatedSubnets, type ClientVpn } from '../readings/client-vpn.ts'
import { nameOf } from '../readings/names.ts'
import { drawnAddresses } from '../readings/subnet-addresses.ts'
import { sharesZone, zoneOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

/** Addresses that AWS keeps in each subnet (F-ADDR-6). */
const KEPT = 5

const leave = (endpoint: ClientVpn, subnet: ResourceOf<'subnet'>): Fix[] => [fix(`Take ${displayName(subnet)} off ${displayName(endpoint)}`, setField(endpoint, 'ClientVpnTargetNetworks', endpoint.ClientVpnTargetNetworks.filter(({ SubnetId }) => SubnetId !== subnet.id)))]

export default defineRule({
  id: 'client-vpn-association',
  catalogue: 'R-CVPN-03',
  title: 'Subnet that a Client VPN endpoint cannot be associated with',
  severity: 'error',
  appliesTo: ['client-vpn-endpoint', 'subnet', 'vpc'],
  after: ['subnet-full'],
  why: 'The subnets of an endpoint are of one VPC, one in each Availability Zone, with room for the addresses that the endpoint takes. AWS refuses others, and a VPC with dedicated tenancy altogether.',
  remedy: 'Associate one subnet per Availability Zone of one VPC, /27 or larger, with at least 20 free addresses.',
  sources: [ASSOCIATION_SUBNET],
  messages: {
    zone: '{endpoint} is associated with {subnet} and {other}, both in {zone}; one subnet of a zone is allowed.',
    vpc: '{endpoint} is associated with {subnet} of {vpc} and {other} of another VPC; all must be of one.',
    small: '{endpoint} is associated with {subnet} ({block}), which is smaller than a /{longest}.',
    full: '{endpoint} is associated with {subnet}, where {free} addresses are free; {needed} are needed.',
    tenancy: '{endpoint} is associated with {subnet} of {vpc}, whose tenancy is dedicated.',
  },
  checkEach: {
    *'client-vpn-endpoint'(endpoint, { index }) {
      const subnets = associatedSubnets(index, endpoint)
      const { longest, free: needed } = ASSOCIATION_SUBNET.value
      for (const [at, subnet] of subnets.entries()) {
        const slots = { endpoint: displayName(endpoint), subnet: displayName(subnet), vpc: nameOf(index, subnet.VpcId) }
        const common = { resources: [endpoint.id, subnet.id] as const, field: 'ClientVpnTargetNetworks', fixes: leave(endpoint, subnet) }
        const before = subnets.slice(0, at)
        const stranger = before.find(({ VpcId }) => VpcId !== subnet.VpcId)
        const twin = stranger ? undefined : before.find((other) => sharesZone(other, subnet) === true)
        if (stranger) yield { message: 'vpc', slots: { ...slots, other: displayName(stranger) }, ...common }
        if (twin) yield { message: 'zone', slots: { ...slots, other: displayName(twin), zone: zoneOf(subnet) ?? 'one zone' }, ...common }
        const block = parsePrefix(subnet.CidrBlock ?? '')
        const free = block ? Number(sizeOf(block)) - KEPT - drawnAddresses(index, subnet) + 1 : undefined // its own interface is among the drawn ones
        if (block && block.length > longest) yield { message: 'small', slots: { ...slots, block: subnet.CidrBlock ?? '', longest }, ...common }
        else if (free !== undefined && free < needed) yield { message: 'full', slots: { ...slots, free: Math.max(0, free), needed }, ...common }
        if (at === 0 && index.getOf('vpc', subnet.VpcId)?.InstanceTenancy === 'dedicated') yield { message: 'tenancy', slots, ...common, fixes: [] }
      }
    },
  },
})
