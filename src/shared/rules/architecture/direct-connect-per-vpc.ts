import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { campuses } from '../readings/campuses.ts'
import { sentence } from '../readings/names.ts'
import { ownWays } from '../readings/own-ways.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'direct-connect-per-vpc',
  catalogue: 'R-ARCH-03',
  title: 'VPCs of several Regions or accounts without a Direct Connect gateway',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['site', 'virtual-interface'],
  after: ['vpcs-connected-singly'],
  why: 'A private virtual interface on a virtual private gateway reaches one VPC, in the Region of its location. Over a Direct Connect gateway one interface reaches VPCs of any Region and of several accounts.',
  remedy: 'Let the virtual interfaces end on a Direct Connect gateway, and associate the gateways of the VPCs with it.',
  sources: [
    { fact: 'F-DX-40', checked: CHECKED },
    { fact: 'F-DX-42', checked: CHECKED },
    { fact: 'F-DX-47', checked: CHECKED },
  ],
  messages: { each: '{lines} lead from {place} to {vpcs} in {where}, one interface for each; over a Direct Connect gateway every line would reach all of them.' },
  *check({ index }) {
    for (const campus of campuses(index)) {
      const ways = ownWays(index, campus).filter(({ line }) => line.kind === 'virtual-interface')
      const vpcs = [...new Set(ways.map(({ vpc }) => vpc))]
      const [regions, accounts] = [new Set(vpcs.flatMap(({ Region }) => Region ?? [])), new Set(vpcs.flatMap(({ OwnerId }) => OwnerId ?? []))]
      if (regions.size < 2 && accounts.size < 2) continue
      const where = regions.size > 1 ? sentence([...regions]) : `accounts ${sentence([...accounts])}`
      const slots = { place: campus.name, vpcs: sentence(vpcs.map(displayName)), where, lines: sentence(ways.map(({ line }) => displayName(line))) }
      yield { message: 'each', slots, resources: [campus.places[0], ...vpcs.map(({ id }) => id), ...ways.map(({ line }) => line.id)] }
    }
  },
})
