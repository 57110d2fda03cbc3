import { CHECKED } from '../../facts/fact.ts'
import { nameOf } from '../readings/names.ts'
import { neededGateways } from '../readings/needed-gateways.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'edge-through-vpn-gateway',
  catalogue: 'R-RT-09',
  title: 'On-premises flow needs the internet gateway, NAT gateway or peering of a VPC',
  severity: 'error',
  appliesTo: ['vpn-gateway'],
  why: 'What enters a VPC through its virtual private gateway can reach the VPC itself and nothing behind it. AWS drops packets that would leave again through the VPC\'s internet gateway, NAT gateway or peering.',
  remedy: 'Use a transit gateway (with an egress VPC for the internet), or a proxy inside the VPC.',
  sources: [
    { fact: 'F-RT-52', checked: CHECKED },
    { fact: 'F-RT-34', checked: CHECKED },
  ],
  messages: { needed: '{from} can reach {to} only through {needed} behind {way}, and a virtual private gateway does not lead there.' },
  *check(context) {
    const { index } = context
    for (const { demand, through, way, needed } of neededGateways(context)) {
      if (through !== 'vpn-gateway') continue
      const [from, to] = [demand.from.id, demand.to.id].map((id) => (id === 'internet' ? 'the internet' : nameOf(index, id)))
      const ends = [demand.from.id, demand.to.id].flatMap((id) => (id === 'internet' ? [] : [id]))
      yield {
        message: 'needed',
        slots: { from: from ?? '', to: to ?? '', needed: nameOf(index, needed), way: nameOf(index, way) },
        resources: [way, needed, ...ends],
        intents: [demand.intent.id],
        evidence: [{ what: 'broken intent', value: demand.statement }],
      }
    }
  },
})
