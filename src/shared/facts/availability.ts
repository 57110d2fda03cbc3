import { CHECKED, type Grade, type GradedFact } from './fact.ts'

const SLA_COLLECTION = 'https://github.com/mikaelvesavuori/cloud-sla'
const OWN = 'Causeway'

function figure(fact: string, value: number, grade: Grade, source: string, dated?: string): GradedFact<number> {
  return { value, fact, source, checked: CHECKED, grade, ...(dated === undefined ? {} : { dated }) }
}

/**
 * Monthly uptime that is committed to for what can fail, as a share of 1. A commitment is a refund threshold and no measured
 * failure rate (F-AVL-20). `vpn-connection` is a connection with both tunnels configured, `dx-connection` a single connection
 * from port to location, `region` what EC2 promises for instances in two zones or more.
 */
export const COMMITTED = {
  'vpn-connection': figure('F-AVL-1', 0.9995, 'documented', 'https://aws.amazon.com/vpn/site-to-site-vpn-sla/', '2022-05-05'),
  'transit-gateway': figure('F-AVL-2', 0.9995, 'historical', 'https://aws.amazon.com/transit-gateway/sla/historical/', '2019-03-19'),
  'dx-connection': figure('F-AVL-3', 0.95, 'third-party', 'https://aws.amazon.com/directconnect/sla/'),
  'nat-gateway': figure('F-AVL-5', 0.999, 'third-party', SLA_COLLECTION, '2023-01'),
  'endpoint-interface': figure('F-AVL-6', 0.999, 'third-party', SLA_COLLECTION, '2023-01'),
  instance: figure('F-AVL-8', 0.995, 'documented', 'https://aws.amazon.com/compute/sla/'),
  region: figure('F-AVL-8', 0.9999, 'documented', 'https://aws.amazon.com/compute/sla/'),
} as const

/** What to plan with where nobody commits to anything (F-AVL-13). Causeway's own guesses; used only when a person agrees to it. */
export const PLANNING = {
  'customer-device': figure('F-AVL-13', 0.999, 'tool-assumption', OWN),
  'isp-link': figure('F-AVL-13', 0.995, 'tool-assumption', OWN),
  'carrier-circuit': figure('F-AVL-13', 0.999, 'tool-assumption', OWN),
  'wan-link': figure('F-AVL-13', 0.999, 'tool-assumption', OWN),
  'power-domain': figure('F-AVL-13', 0.9995, 'tool-assumption', OWN),
  'directory-server': figure('F-AVL-13', 0.995, 'tool-assumption', OWN),
  'vpn-tunnel': figure('F-AVL-1', 0.999, 'tool-assumption', OWN),
  'availability-zone': figure('F-AVL-8', 0.9995, 'tool-assumption', OWN),
  'dx-device': figure('F-AVL-3', 0.9995, 'tool-assumption', OWN),
  'dx-location': figure('F-AVL-3', 0.9999, 'tool-assumption', OWN),
} as const

/** Minutes that figures are stated in: a month of 30 days and a year of 365 (F-AVL-23). */
export const PERIOD_MINUTES = { month: 43_200, year: 525_600 } as const
