import { CHECKED, type Fact } from './fact.ts'

const GUIDE = 'https://docs.aws.amazon.com/vpc/latest/peering/'

/** The largest packet that a peering connection carries, in bytes, within a Region and between Regions. */
export const PEERING_MTU: Fact<{ readonly within: number; readonly between: number }> = { value: { within: 9001, between: 8500 }, fact: 'F-PEER-7', source: `${GUIDE}vpc-peering-basics.html`, checked: CHECKED }

/** Peering connections between the same two VPCs. */
export const PEERINGS_BETWEEN_TWO: Fact<number> = { value: 1, fact: 'F-PEER-1', source: `${GUIDE}vpc-peering-basics.html`, checked: CHECKED }

/** Days after which a request that nobody accepts expires. */
export const PEERING_REQUEST_DAYS: Fact<number> = { value: 7, fact: 'F-PEER-1', source: `${GUIDE}vpc-peering-connection-quotas.html`, checked: CHECKED }

/** From more VPCs than `mesh` in a full mesh, or more connections than `connections` of one VPC, peering is hard to run. Causeway's own. */
export const PEERING_BECOMES_HARD = { mesh: 5, connections: 40 } as const
