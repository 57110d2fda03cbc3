import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { isIdle } from '../readings/cloud-hub.ts'
import { nameOf } from '../readings/names.ts'
import { requiredRoutes } from '../readings/required-routes.ts'
import { blackholeReason, destinationText, type Route } from '../readings/routes.ts'
import { fewFixes } from '../remedies/few-fixes.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Required = ReturnType<typeof requiredRoutes>

function* checkTable(index: DesignIndex, table: ResourceOf<'route-table'>, required: Required): Generator<Report> {
  const offer = fewFixes()
  const without = (route: Route) => offer(table.id, () => [fix(`Remove the route ${destinationText(index, route)} from ${displayName(table)}`, setField(table, 'Routes', table.Routes.filter((other) => other !== route)))])
  for (const route of table.Routes) {
    const reason = blackholeReason(index, table, route)
    const gateway = index.getOf('vpn-gateway', route.target)
    // A VPN on a virtual private gateway without a VPC is vpn-gateway-unattached's to report.
    if (reason === undefined || (gateway && isIdle(index, gateway))) continue
    const slots = { table: displayName(table), destination: destinationText(index, route), reason: reason ?? '', target: route.targetAwsId ?? (route.target === undefined ? 'it' : nameOf(index, route.target)) }
    const resources = [table.id, ...(route.target === undefined ? [] : [route.target])] as const
    if (reason === null) yield { message: 'unknown', slots, resources, field: 'Routes', verdict: 'cannot-tell', severity: 'advice' }
    else if (required.has(route)) yield { message: 'selected', slots, resources, field: 'Routes', severity: 'error', fixes: without(route) }
    else yield { message: 'blackhole', slots, resources, field: 'Routes', fixes: without(route) }
  }
}

function* checkTransitTable(table: ResourceOf<'transit-gateway-route-table'>, required: Required): Generator<Report> {
  const offer = fewFixes()
  for (const route of table.Routes) {
    const destination = route.DestinationCidrBlock
    const isRequired = required.has(route)
    const isIntended = route.blackhole === true
    if (route.attachment !== undefined || (isIntended && !isRequired)) continue
    if (table.awsId !== undefined && !isIntended) {
      // An import leaves the attachment out also where it is of a kind that is not modelled.
      yield { message: 'unknown', slots: { table: displayName(table), destination, target: 'it' }, resources: [table.id], field: 'Routes', verdict: 'cannot-tell', severity: 'advice' }
      continue
    }
    yield {
      message: isRequired ? 'selected' : 'blackhole',
      slots: { table: displayName(table), destination, reason: isIntended ? 'it was made to drop' : 'its attachment is gone' },
      resources: [table.id],
      field: 'Routes',
      fixes: offer(table.id, () => [fix(`Remove the route ${destination} from ${displayName(table)}`, setField(table, 'Routes', table.Routes.filter((other) => other !== route)))]),
      ...(isRequired ? { severity: 'error' as const } : {}),
    }
  }
}

export default defineRule({
  id: 'blackhole-route',
  catalogue: 'R-RT-04',
  alsoCovers: ['R-SW-16'],
  title: 'Route leads nowhere',
  severity: 'warning',
  appliesTo: ['route-table', 'transit-gateway-route-table'],
  after: ['internet-gateway-unattached', 'peering-pending'],
  why: 'A route whose target is gone or unusable still takes part in the longest-prefix match and drops what it matches. There is no fallback to a shorter prefix.',
  remedy: 'Remove the route, or point it at a target that works.',
  sources: [
    { fact: 'F-RT-25', checked: CHECKED },
    { fact: 'F-TGW-36', checked: CHECKED },
  ],
  messages: {
    blackhole: 'The route {destination} of {table} drops what it matches: {reason}.',
    selected: 'The route {destination} of {table} is the one that a required flow takes, and it drops the packets: {reason}.',
    unknown: 'Whether the route {destination} of {table} works cannot be told: the design does not show where {target} leads.',
  },
  *check(context) {
    const required = requiredRoutes(context)
    for (const table of context.index.all('route-table')) yield* checkTable(context.index, table, required)
    for (const table of context.index.all('transit-gateway-route-table')) yield* checkTransitTable(table, required)
  },
})
