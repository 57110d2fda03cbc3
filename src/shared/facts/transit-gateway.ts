import { readIn } from './fact.ts'

/** Longest prefix of a transit gateway's own CIDR block, by address family (F-TGW-5). */
export const TRANSIT_BLOCK_LENGTHS = readIn('F-TGW-5', 'TGW', 'tgw-transit-gateways', { 4: 24, 6: 64 })

/** Range that no such block may come from (F-TGW-5). */
export const TRANSIT_BLOCK_EXCLUDED = readIn('F-TGW-5', 'TGW', 'tgw-transit-gateways', '169.254.0.0/16')

/** Availability Zones, by id, in which security groups cannot be referenced over a transit gateway (F-TGW-60). */
export const ZONES_WITHOUT_GROUP_REFERENCES = readIn('F-TGW-60', 'TGW', 'tgw-vpc-attachments', ['use1-az3'])

/** Largest packet in bytes between VPCs over a transit gateway, and over a peering connection within a Region (F-TGW-14, F-PEER-7). */
export const TRANSIT_MTU = readIn('F-TGW-14', 'TGW', 'transit-gateway-quotas', { transit: 8500, peering: 9001 })
