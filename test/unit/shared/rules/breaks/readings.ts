import type { Break } from './break.ts'

const requirements = 'rules/readings/requirements.ts'
const overQuota = 'rules/readings/over-quota.ts'
const zones = 'rules/readings/zones.ts'
const sessions = 'rules/readings/sessions.ts'
const openPorts = 'rules/readings/open-ports.ts'
const missingRoutes = 'rules/readings/missing-routes.ts'

/** Breaks of what several rules read of a design. */
export const BREAKS: readonly Break[] = [
  { rule: 'intent-availability', in: requirements, was: `verdict.requirement !== requirement || verdict`, is: `verdict.requirement === requirement || verdict` },
  { rule: 'intent-bandwidth', in: requirements, was: `verdict.holds === true || `, is: `` },
  { rule: 'intent-bandwidth-after-failure', in: requirements, was: `verdict.holds === false ? 'unmet' : 'unknown'`, is: `'unmet'` },
  { rule: 'intent-encrypted', in: requirements, was: `verdict.holds === null ? { verdict: 'cannot-tell', severity: 'advice' } : {}`, is: `{}` },
  { rule: 'intent-latency', in: requirements, was: `verdict.holds === true`, is: `verdict.holds !== false` },
  { rule: 'intent-off-internet', in: requirements, was: `verdict.holds === false ? 'unmet' : 'unknown'`, is: `verdict.holds === false ? 'unknown' : 'unmet'` },
  { rule: 'intent-recovery', in: requirements, was: `verdict.holds === false ? 'unmet' : 'unknown'`, is: `'unknown'` },
  { rule: 'intent-survives', in: requirements, was: `verdict.holds === true`, is: `verdict.holds === false` },
  { rule: 'peering-count', in: overQuota, was: `count <= value`, is: `count < value` },
  { rule: 'vpc-cidr-count', in: overQuota, was: `adjustable === 'no' || (most !== undefined && count > most)`, is: `adjustable === 'no'` },
  { rule: 'attachment-zone-missing', in: zones, was: `a.AvailabilityZone === b.AvailabilityZone\n`, is: `a.AvailabilityZone !== b.AvailabilityZone\n` },
  { rule: 'attachment-subnet-shared', in: zones, was: `IN_SUBNETS.includes(resource.kind)`, is: `!IN_SUBNETS.includes(resource.kind)` },
  { rule: 'vpn-devices-share', in: sessions, was: `connection.CustomerGatewayId === device`, is: `connection.CustomerGatewayId !== device` },
  { rule: 'appliance-internet-path', in: openPorts, was: `groups.length === 0 || groups.some(`, is: `groups.length > 0 || groups.some(` },
  { rule: 'return-route-missing', in: missingRoutes, was: `if (blockAround(vpc, prefix)) return false`, is: `if (!blockAround(vpc, prefix)) return false` },
]
