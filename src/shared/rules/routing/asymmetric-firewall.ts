import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Hop } from '../../simulation/types.ts'
import { type DeadEnd, deadEnds } from '../readings/dead-ends.ts'
import { nameOf } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

const isFirewall = (index: DesignIndex, hop: Hop) => hop.resource !== 'internet' && index.getOf('instance', hop.resource)?.role === 'firewall'

/** Appliance mode on the attachments by which the transit gateway hands packets to the firewalls' VPC. */
function pinFlows(index: DesignIndex, firewall: ResourceOf<'instance'>, { trace }: DeadEnd): Fix[] {
  const vpc = index.getOf('subnet', firewall.SubnetId)?.VpcId
  const passed = new Set(trace.forward.hops.map(({ resource }) => resource))
  const attachments = (vpc === undefined ? [] : referrersOf(index, 'transit-gateway-vpc-attachment', vpc)).filter(({ id, ApplianceModeSupport }) => passed.has(id) && ApplianceModeSupport !== 'enable')
  return attachments.map((attachment) => fix(`Switch on appliance mode of ${displayName(attachment)}`, setField(attachment, 'ApplianceModeSupport', 'enable')))
}

export default defineRule({
  id: 'asymmetric-firewall',
  catalogue: 'R-RT-13',
  title: 'The way back passes another stateful firewall than the way there',
  severity: 'error',
  appliesTo: ['instance', 'transit-gateway-vpc-attachment', 'route-table'],
  why: 'A stateful firewall drops the reply of a connection whose beginning it has not seen. Without appliance mode a transit gateway keeps each direction in the zone it came from, and so may pick another firewall for the way back.',
  remedy: 'Switch on appliance mode of the attachment of the firewalls\' VPC, or make the tables of both directions lead through the same firewall.',
  sources: [
    { fact: 'F-TGW-30', checked: CHECKED },
    { fact: 'F-RT-22', checked: CHECKED },
  ],
  messages: {
    another: 'Packets of "{statement}" pass {seen}, but the replies come to {firewall}, which has not seen the connection and drops them.',
    unseen: 'Packets of "{statement}" pass no firewall, but the replies come to {firewall}, which has not seen the connection and drops them.',
  },
  *check(context) {
    const { index } = context
    const reported = new Set<ResourceId>()
    for (const deadEnd of deadEnds(context)) {
      const { hop, isWayBack, demand, trace } = deadEnd
      const firewall = hop.resource === 'internet' ? undefined : index.getOf('instance', hop.resource)
      if (!isWayBack || !firewall || deadEnd.end?.fact !== 'F-TGW-30' || reported.has(firewall.id)) continue
      reported.add(firewall.id)
      const seen = trace.forward.hops.flatMap((passed) => (isFirewall(index, passed) && passed.resource !== 'internet' ? [passed.resource] : []))
      yield {
        message: seen.length > 0 ? 'another' : 'unseen',
        slots: { statement: demand.statement, firewall: displayName(firewall), seen: seen.map((id) => nameOf(index, id)).join(' and ') },
        resources: [firewall.id, ...seen],
        intents: [demand.intent.id],
        evidence: [{ what: 'broken intent', value: demand.statement }],
        fixes: pinFlows(index, firewall, deadEnd),
      }
    }
  },
})
