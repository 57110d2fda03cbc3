import { displayName } from '../../document/query.ts'
import { QUOTAS } from '../../facts/quotas.ts'
import { countOf } from '../readings/quotas/counters.ts'
import { defineRule } from '../rule.ts'

/** From this share of a quota on a design is told that it comes near. A choice of ours, not a figure of AWS's. */
const NEAR = 0.8

const NAMES = ['attachments-per-transit-gateway', 'routes-per-transit-gateway', 'route-tables-per-transit-gateway', 'peerings-per-transit-gateway'] as const

const WHO = { 'by-request': 'AWS raises it on request', 'by-account-team': 'an account manager of AWS can raise it', no: 'AWS raises it for nobody' } as const

export default defineRule({
  id: 'transit-gateway-quota',
  catalogue: 'R-TGW-18',
  title: 'Transit gateway comes near one of its quotas',
  severity: 'warning',
  profiles: ['seed-caveats'],
  appliesTo: ['transit-gateway'],
  why: 'Attachments, routes, tables and peerings of a transit gateway are limited. Whoever meets a limit in the middle of a migration waits for AWS.',
  remedy: 'Ask for an increase and record it, summarise prefixes, or spread the VPCs over a second transit gateway or Cloud WAN.',
  sources: [QUOTAS['attachments-per-transit-gateway'], QUOTAS['routes-per-transit-gateway'], QUOTAS['route-tables-per-transit-gateway'], QUOTAS['peerings-per-transit-gateway']],
  messages: {
    near: '{gateway} has {count} of {limit} {what} (AWS\'s default is {default}; {who}).',
    over: '{gateway} has {count} {what}, more than the {limit} allowed (AWS\'s default is {default}; {who}).',
  },
  checkEach: {
    *'transit-gateway'(gateway, { index, quota }) {
      for (const name of NAMES) {
        const count = countOf(index, name, gateway)
        const { label, value, adjustable } = QUOTAS[name]
        const limit = quota(name).value
        if (count <= limit * NEAR) continue
        yield { message: count > limit ? 'over' : 'near', slots: { gateway: displayName(gateway), count, limit, what: label.replace(' per transit gateway', ''), default: value, who: WHO[adjustable] }, resources: [gateway.id] }
      }
    },
  },
})
