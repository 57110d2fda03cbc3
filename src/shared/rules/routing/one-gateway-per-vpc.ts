import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { GATEWAYS_PER_VPC } from '../../facts/routing.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { defineRule, type Report } from '../rule.ts'

type Gateway = ResourceOf<'internet-gateway'> | ResourceOf<'vpn-gateway'>

const attachedTo = (gateway: Gateway) => [...new Set((gateway.kind === 'internet-gateway' ? gateway.Attachments : gateway.VpcAttachments).map(({ VpcId }) => VpcId))]

function* checkGateways(index: DesignIndex, gateways: readonly Gateway[], label: string): Generator<Report> {
  const byVpc = new Map<ResourceId, Gateway[]>()
  for (const gateway of gateways) {
    const vpcs = attachedTo(gateway)
    for (const vpc of vpcs) file(byVpc, vpc, gateway)
    if (vpcs.length > GATEWAYS_PER_VPC.value) {
      const names = vpcs.map((vpc) => nameOf(index, vpc))
      yield { message: 'shared', slots: { gateway: displayName(gateway), vpcs: sentence(names), label }, resources: [gateway.id, ...vpcs] }
    }
  }
  for (const [vpc, all] of byVpc) {
    const [first, ...others] = all
    const [second] = others
    if (!first || !second) continue
    const slots = { vpc: nameOf(index, vpc), count: all.length, label, gateways: sentence(all.map(displayName)) }
    yield { message: 'several', slots, resources: [second.id, ...others.slice(1).map(({ id }) => id), first.id, vpc] }
  }
}

export default defineRule({
  id: 'one-gateway-per-vpc',
  catalogue: 'R-RT-05',
  title: 'VPC has more than one internet or virtual private gateway, or a gateway has more than one VPC',
  severity: 'error',
  appliesTo: ['internet-gateway', 'vpn-gateway'],
  why: 'A VPC takes one internet gateway and one virtual private gateway, and each of them serves one VPC. AWS refuses to attach another.',
  remedy: 'Keep one attachment of each.',
  sources: [GATEWAYS_PER_VPC, { fact: 'F-EDGE-1', checked: CHECKED }],
  messages: {
    several: '{vpc} has {count} {label}s ({gateways}); AWS allows one.',
    shared: 'The {label} {gateway} is attached to {vpcs}; AWS allows one VPC.',
  },
  *check({ index }) {
    yield* checkGateways(index, index.all('internet-gateway'), 'internet gateway')
    yield* checkGateways(index, index.all('vpn-gateway'), 'virtual private gateway')
  },
})
