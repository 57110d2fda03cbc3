import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, overlaps, parsePrefixes } from '../../net/prefix.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { balancersOf, endpointsOf } from '../readings/private-link.ts'
import { blocksOf, listed } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Service = ResourceOf<'vpc-endpoint-service'>

/** Groups of the targets that name blocks of consumers, which the provider never sees as a source. */
function* filters(index: DesignIndex, service: Service): Generator<Report> {
  const own = blocksOf(index.getOf('vpc', service.VpcId))
  const consumers = endpointsOf(index, service.id).flatMap(({ VpcId }) => blocksOf(index.getOf('vpc', VpcId))).filter((block) => !own.some((other) => overlaps(other, block)))
  const targets = balancersOf(index, service).flatMap(({ Targets }) => Targets.map(({ Id }) => index.getOf('instance', Id) ?? index.getOf('network-interface', Id)))
  for (const group of new Set(targets.flatMap((target) => target?.SecurityGroupIds ?? []).flatMap((id) => index.getOf('security-group', id) ?? []))) {
    const named = parsePrefixes(group.IpPermissions.flatMap(({ IpRanges = [] }) => IpRanges.map(({ CidrIp }) => CidrIp))).filter((prefix) => consumers.some((block) => containsPrefix(block, prefix)))
    if (named.length > 0) yield { message: 'filter', slots: { service: displayName(service), group: displayName(group), blocks: listed(named) }, resources: [service.id, group.id] }
  }
}

export default defineRule({
  id: 'client-address-hidden',
  catalogue: 'R-PL-15',
  title: 'Provider does not see the addresses of its clients',
  severity: 'advice',
  appliesTo: ['vpc-endpoint-service', 'load-balancer', 'security-group'],
  why: 'Behind an endpoint service every client has the private address of a load balancer node. Logs and filters that want the client\'s own address need proxy protocol v2, and security groups cannot see it at all.',
  remedy: 'Turn on proxy protocol v2 and let the application read it; let the load balancer\'s subnets in instead of the consumers\' blocks.',
  sources: [{ fact: 'F-PL-4', checked: CHECKED }],
  messages: {
    needed: '{service} needs the addresses of its clients, but {balancers} does not speak proxy protocol v2.',
    filter: '{group} behind {service} lets in {blocks} of its consumers, but their packets come from addresses of the load balancer.',
  },
  checkEach: {
    *'vpc-endpoint-service'(service, { index }) {
      yield* filters(index, service)
      const [first, ...others] = service.needsClientAddress === true ? balancersOf(index, service).filter(({ Type, proxyProtocolV2 }) => Type === 'network' && proxyProtocolV2 !== true) : []
      if (!first) return
      const silent = [first, ...others]
      yield { message: 'needed', slots: { service: displayName(service), balancers: sentence(silent.map(({ id }) => nameOf(index, id))) }, resources: [service.id, ...silent.map(({ id }) => id)], fixes: [fix(`Turn on proxy protocol v2 of ${sentence(silent.map(displayName))}`, ...silent.map((balancer) => setField(balancer, 'proxyProtocolV2', true)))] }
    },
  },
})
