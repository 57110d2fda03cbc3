import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { type Appliance, appliancesIn, linesOf } from '../readings/appliances.ts'
import { sentence } from '../readings/names.ts'
import { subnetsOf, zonesOf } from '../readings/zones.ts'
import { defineRule, type Report } from '../rule.ts'

const ROLES = [['vpn-appliance', 'VPN appliance'], ['remote-access-server', 'remote-access server']] as const

function* checkRole(index: DesignIndex, vpc: ResourceOf<'vpc'>, used: readonly Appliance[], role: string): Generator<Report> {
  const [first, ...others] = used
  if (!first) return
  const lines = sentence(linesOf(index, first.id).map(displayName))
  const slots = { appliance: displayName(first), role, vpc: displayName(vpc), lines, appliances: sentence(used.map(displayName)) }
  if (others.length === 0) return yield { message: 'one', slots, resources: [first.id, vpc.id] }
  const zones = zonesOf(subnetsOf(index, used.map(({ SubnetId }) => SubnetId)))
  const [zone] = zones ?? []
  if (zones?.size === 1 && zone !== undefined) yield { message: 'zone', slots: { ...slots, zone }, resources: [first.id, ...others.map(({ id }) => id), vpc.id] }
}

export default defineRule({
  id: 'appliance-alone',
  catalogue: 'R-SW-01',
  title: 'VPN or remote access hangs on one EC2 instance',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['vpc', 'instance'],
  after: ['single-point-of-failure'],
  why: 'What runs on one instance fails with it, and with its zone. High availability of software on EC2 is the customer\'s own work; AWS moves nothing.',
  remedy: 'Run a second instance in another Availability Zone, and something that moves routes or users to it.',
  sources: [{ fact: 'F-SW-2', checked: CHECKED }],
  messages: {
    one: '{vpc} has one {role}, {appliance}, at the end of {lines}.',
    zone: '{appliances} of {vpc} are all in {zone}.',
  },
  checkEach: {
    *vpc(vpc, { index }) {
      for (const [role, name] of ROLES) {
        const used = appliancesIn(index, vpc.id, role).filter(({ id }) => linesOf(index, id).length > 0)
        if (used.length > 0) yield* checkRole(index, vpc, used, name)
      }
    },
  },
})
