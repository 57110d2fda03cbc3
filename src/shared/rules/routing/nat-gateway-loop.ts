import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { parsePrefixes } from '../../net/prefix.ts'
import { selectedRoute } from '../readings/routes.ts'
import { publicTable } from '../remedies/public-table.ts'
import { defineRule } from '../rule.ts'

type Nat = ResourceOf<'nat-gateway'>

const [anywhere] = parsePrefixes(['0.0.0.0/0'])

/** The NAT gateway that a NAT gateway's own subnet sends the internet's addresses to. */
function nextOf(index: DesignIndex, nat: Nat): Nat | undefined {
  const subnet = index.getOf('subnet', nat.SubnetId)
  const table = subnet && index.routeTableOf(subnet)
  return table && anywhere ? index.getOf('nat-gateway', selectedRoute(index, table, anywhere)?.target) : undefined
}

export default defineRule({
  id: 'nat-gateway-loop',
  catalogue: 'R-RT-19',
  title: 'NAT gateway sends its packets back to itself',
  severity: 'error',
  appliesTo: ['nat-gateway', 'route-table'],
  why: 'A NAT gateway forwards by the route table of the subnet it is in. Where that leads back to it, no packet ever leaves.',
  remedy: 'Put the NAT gateway into a subnet whose default route leads to the internet gateway.',
  sources: [{ fact: 'F-EDGE-10', checked: CHECKED }],
  messages: {
    itself: 'The subnet of {nat} sends 0.0.0.0/0 to {nat} itself, so nothing ever leaves.',
    circle: '{nat} and {other} send 0.0.0.0/0 to each other, so nothing ever leaves.',
  },
  checkEach: {
    *'nat-gateway'(nat, { index }) {
      const seen: Nat[] = [nat]
      for (let next = nextOf(index, nat); next; next = nextOf(index, next)) {
        if (next === nat) {
          const [, other] = seen
          // Of a circle the first by name is blamed.
          if (seen.some(({ id }) => id < nat.id)) return
          yield { message: other ? 'circle' : 'itself', slots: { nat: displayName(nat), other: other ? displayName(other) : '' }, resources: [nat.id, ...seen.slice(1).map(({ id }) => id)], fixes: nat.ConnectivityType === 'private' ? [] : publicTable(index, nat.SubnetId) }
          return
        }
        if (seen.includes(next)) return
        seen.push(next)
      }
    },
  },
})
