import { readIn } from './fact.ts'

/** Availability Zones, by id, that PrivateLink across Regions cannot use (F-PL-20). */
export const CROSS_REGION_EXCLUDED_ZONES = readIn('F-PL-20', 'PL', 'create-endpoint-service', ['use1-az3', 'usw1-az2', 'apne1-az3', 'apne2-az2', 'apne2-az4'])

/** Largest packet in bytes that an interface endpoint takes; larger ones are dropped, and only TCP is told in time (F-PL-8). */
export const ENDPOINT_MTU = readIn('F-PL-8', 'PL', 'vpc-limits-endpoints', 8500)

/** Services of AWS that have gateway endpoints, which are free (F-PL-30). */
export const GATEWAY_ENDPOINT_SERVICES = readIn('F-PL-30', 'PL', 'gateway-endpoints', ['s3', 'dynamodb'])
