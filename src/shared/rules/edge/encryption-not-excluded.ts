import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { Resource, ResourceOf } from '../../model/index.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

type Exclusion = NonNullable<ResourceOf<'vpc'>['encryptionExclusions']>[number]

const LABELS: Readonly<Record<Exclusion, string>> = {
  'internet-gateway': 'an internet gateway',
  'egress-only-internet-gateway': 'an egress-only internet gateway',
  'nat-gateway': 'a NAT gateway',
  'vpn-gateway': 'a virtual private gateway',
  'vpc-peering-connection': 'a peering connection',
}

/** The exclusion that something at the VPC needs; undefined where encryption reaches, or nothing is known of it. */
function needed(index: DesignIndex, vpc: ResourceOf<'vpc'>, resource: Resource): Exclusion | undefined {
  if (resource.kind === 'vpc-peering-connection') {
    const other = resource.RequesterVpcId === vpc.id ? resource.AccepterVpcId : resource.RequesterVpcId
    return index.getOf('vpc', other)?.encryptionControl === 'enforce' ? undefined : resource.kind
  }
  return Object.hasOwn(LABELS, resource.kind) ? (resource.kind as Exclusion) : undefined
}

export default defineRule({
  id: 'encryption-not-excluded',
  catalogue: 'R-EDGE-17',
  title: 'Enforced encryption meets something that cannot encrypt',
  severity: 'warning',
  profiles: ['security'],
  appliesTo: ['vpc', 'internet-gateway', 'egress-only-internet-gateway', 'nat-gateway', 'vpn-gateway', 'vpc-peering-connection'],
  why: 'A VPC that enforces encryption takes only what encrypts in transit. Gateways to other networks do not, and must be excluded or go.',
  remedy: 'Exclude it in the encryption control of the VPC, or do without it.',
  sources: [{ fact: 'F-EDGE-61', checked: CHECKED }],
  messages: { excluded: '{vpc} enforces encryption, but {resource} is {what}, which is not among its exclusions.' },
  checkEach: {
    *vpc(vpc, { index }) {
      if (vpc.encryptionControl !== 'enforce') return
      const subnets = index.childrenOf('subnet', vpc.id)
      const near = [...index.children(vpc.id), ...index.referrers(vpc.id).map(({ resource }) => resource), ...subnets.flatMap(({ id }) => index.children(id))]
      for (const resource of new Set(near)) {
        const exclusion = needed(index, vpc, resource)
        if (!exclusion || vpc.encryptionExclusions?.includes(exclusion)) continue
        yield {
          message: 'excluded',
          slots: { vpc: displayName(vpc), resource: displayName(resource), what: LABELS[exclusion] },
          resources: [resource.id, vpc.id],
          fixes: [fix(`Exclude ${LABELS[exclusion]} from the encryption of ${displayName(vpc)}`, setField(vpc, 'encryptionExclusions', [...(vpc.encryptionExclusions ?? []), exclusion]))],
        }
      }
    },
  },
})
