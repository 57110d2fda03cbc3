import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { deadEnds } from '../readings/dead-ends.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'public-access-blocked',
  catalogue: 'R-EDGE-08',
  title: 'Block Public Access stops a required internet path',
  severity: 'error',
  profiles: ['security'],
  appliesTo: ['vpc', 'subnet', 'internet-gateway', 'egress-only-internet-gateway'],
  why: 'VPC Block Public Access stops what passes internet gateways, whatever routes and filters say, unless the VPC or subnet is excluded. Ways over VPN, transit gateway and peering are not touched by it.',
  remedy: 'Exclude the subnet, or do without the internet path.',
  sources: [{ fact: 'F-EDGE-60', checked: CHECKED }],
  messages: { blocked: '"{statement}" passes {gateway} at {subnet}, where Block Public Access is set to {mode}.' },
  *check(context) {
    const { index } = context
    for (const { demand, hop, filter } of deadEnds(context)) {
      if (filter?.filter !== 'block-public-access') continue
      const subnet = index.getOf('subnet', filter.resource)
      const vpc = index.getOf('vpc', subnet?.VpcId ?? filter.resource)
      const holder = subnet?.InternetGatewayBlockMode === undefined ? vpc : subnet
      const at = subnet ?? vpc
      if (!holder || !at) continue
      yield {
        message: 'blocked',
        slots: { statement: demand.statement, gateway: hop.name, subnet: displayName(at), mode: holder.InternetGatewayBlockMode ?? 'off' },
        resources: holder === at ? [at.id] : [holder.id, at.id],
        field: 'InternetGatewayBlockMode',
        intents: [demand.intent.id],
        evidence: [{ what: 'broken intent', value: demand.statement }],
        fixes: [fix(`Exclude ${displayName(at)} from Block Public Access`, subnet ? setField(subnet, 'InternetGatewayBlockMode', 'off') : setField(holder, 'InternetGatewayBlockMode', 'off'))],
      }
    }
  },
})
