import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Path } from '../../simulation/types.ts'
import { statementOf } from '../../simulation/intents/statement.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

interface Blocked {
  readonly subnet: ResourceOf<'subnet'>
  readonly vpc: ResourceOf<'vpc'>
  readonly mode: string
}

/** The subnet beside an internet gateway on the path, where Block Public Access holds for it. With `block-ingress` what NAT and egress-only gateways send out still works. */
function blockedOn(index: DesignIndex, { hops }: Path, opensOutward: boolean): Blocked | undefined {
  const at = hops.findIndex(({ kind }) => kind === 'internet-gateway' || kind === 'egress-only-internet-gateway')
  const order = opensOutward ? hops.slice(0, Math.max(at, 0)).reverse() : hops.slice(at)
  const found = order.flatMap(({ resource }) => (resource === 'internet' ? [] : (index.getOf('subnet', resource) ?? [])))[0]
  const vpc = index.getOf('vpc', found?.VpcId)
  if (at < 0 || !found || !vpc) return undefined
  const mode = found.InternetGatewayBlockMode ?? vpc.InternetGatewayBlockMode ?? 'off'
  const isOutwardOnly = opensOutward && hops.some(({ kind }) => kind === 'nat-gateway' || kind === 'egress-only-internet-gateway')
  return mode === 'off' || (mode === 'block-ingress' && isOutwardOnly) ? undefined : { subnet: found, vpc, mode }
}

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
  *check({ index, intents, simulation }) {
    for (const intent of intents) {
      const outward = intent.to === 'internet'
      if (intent.expect !== 'reach' || (!outward && intent.from !== 'internet')) continue
      const path = simulation.judge(intent).trace?.forward
      const blocked = path && blockedOn(index, path, outward)
      if (!path || !blocked) continue
      const { subnet, vpc, mode } = blocked
      const holder = subnet.InternetGatewayBlockMode === undefined ? vpc : subnet
      const gateway = path.hops.find(({ kind }) => kind === 'internet-gateway' || kind === 'egress-only-internet-gateway')
      const statement = statementOf(index, intent)
      yield {
        message: 'blocked',
        slots: { statement, gateway: gateway?.name ?? '', subnet: displayName(subnet), mode },
        resources: [holder.id, subnet.id],
        field: 'InternetGatewayBlockMode',
        intents: [intent.id],
        evidence: [{ what: 'broken intent', value: statement }],
        fixes: [fix(`Exclude ${displayName(subnet)} from Block Public Access`, setField(subnet, 'InternetGatewayBlockMode', 'off'))],
      }
    }
  },
})
