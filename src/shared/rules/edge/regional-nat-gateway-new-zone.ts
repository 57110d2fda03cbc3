import { displayName } from '../../document/query.ts'
import { REGIONAL_NAT_MINUTES } from '../../facts/edge.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { zoneOf } from '../readings/zones.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'regional-nat-gateway-new-zone',
  catalogue: 'R-EDGE-16',
  title: 'Regional NAT gateway is new to an Availability Zone',
  severity: 'warning',
  appliesTo: ['nat-gateway', 'subnet'],
  why: `A regional NAT gateway follows workloads into a new Availability Zone by itself, which takes up to ${REGIONAL_NAT_MINUTES.value} minutes. Until then their traffic crosses to another zone, and depends on that one.`,
  remedy: 'Add the zone ahead of the workloads, and wait before relying on it.',
  sources: [REGIONAL_NAT_MINUTES],
  messages: { expands: '{zone} is new to {nat}: for up to {minutes} minutes the way out of {subnets} leads through another zone.' },
  checkEach: {
    *'nat-gateway'(nat, { index }) {
      // One that is still to be built starts with all its zones.
      if (nat.AvailabilityMode !== 'regional' || nat.VpcId === undefined || nat.awsId === undefined) return
      const subnets = index.childrenOf('subnet', nat.VpcId)
      const old = new Set(subnets.filter(({ awsId }) => awsId !== undefined).map(zoneOf))
      const zones = new Set(subnets.filter((subnet) => subnet.awsId === undefined && zoneOf(subnet) !== undefined && !old.has(zoneOf(subnet))).map(zoneOf))
      for (const zone of zones) {
        const added = subnets.filter((subnet) => zoneOf(subnet) === zone)
        const slots = { subnets: sentence(added.map(displayName)), zone: zone ?? '', nat: nameOf(index, nat.id), minutes: REGIONAL_NAT_MINUTES.value }
        yield { message: 'expands', slots, resources: [nat.id, ...added.map(({ id }) => id)] }
      }
    },
  },
})
