import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { Resource } from '../../model/index.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { subnetsOf, zonesOf } from '../readings/zones.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

/** True for what remembers connections: a firewall instance, or appliances behind a Gateway Load Balancer endpoint. */
const isStateful = (target: Resource) => (target.kind === 'instance' && target.role === 'firewall' && target.stateful !== false) || (target.kind === 'vpc-endpoint' && target.VpcEndpointType === 'GatewayLoadBalancer')

/** Where the tables of the attachment subnets send what comes in, as far as it is stateful. */
function appliancesBehind(index: DesignIndex, subnets: ReturnType<typeof subnetsOf>): Resource[] {
  const targets = subnets.flatMap((subnet) => index.routeTableOf(subnet)?.Routes.flatMap(({ target }) => index.get(target) ?? []) ?? [])
  return [...new Set(targets)].filter(isStateful)
}

export default defineRule({
  id: 'appliance-mode-off',
  catalogue: 'R-TGW-10',
  title: 'Inspection VPC is attached without appliance mode',
  severity: 'warning',
  appliesTo: ['transit-gateway-vpc-attachment'],
  after: ['asymmetric-firewall'],
  why: 'Without appliance mode a transit gateway keeps each direction in the zone where it started, so a reply can come to the appliance of another zone. That one has not seen the connection begin, and drops it.',
  remedy: 'Turn on appliance mode on the attachment of the VPC with the appliances.',
  sources: [{ fact: 'F-TGW-30', checked: CHECKED }],
  messages: { off: '{attachment} leads to {appliances} in {count} Availability Zones without appliance mode, so replies can reach one that has not seen the connection.' },
  checkEach: {
    *'transit-gateway-vpc-attachment'(attachment, { index }) {
      if (attachment.ApplianceModeSupport === 'enable') return
      const subnets = subnetsOf(index, attachment.SubnetIds)
      const count = zonesOf(subnets)?.size ?? 0
      const appliances = count > 1 ? appliancesBehind(index, subnets) : []
      if (appliances.length < 2) return // one appliance sees both directions
      const slots = { attachment: displayName(attachment), appliances: sentence(appliances.map(displayName)), count }
      yield { message: 'off', slots, resources: [attachment.id, attachment.VpcId, ...appliances.map(({ id }) => id)], field: 'ApplianceModeSupport', fixes: [fix(`Turn on appliance mode of ${nameOf(index, attachment.id)}`, setField(attachment, 'ApplianceModeSupport', 'enable'))] }
    },
  },
})
