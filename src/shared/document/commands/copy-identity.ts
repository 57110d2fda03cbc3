import type { Resource } from '../../model/index.ts'

/** Fields that only one thing in the world can have, or that are evidence about the original. */
const IDENTITY: readonly string[] = ['awsId', 'PublicIpAddress', 'IpAddress', 'TransitGatewayAttachmentId', 'telemetry', 'AllocationId', 'NetworkInterfaceId', 'PublicIp', 'PrivateIp', 'OutsideIpAddress', 'TunnelInsideCidr']

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, entry]) => (IDENTITY.includes(key) ? [] : [[key, stripped(entry)]])))
}

/** The resource without what no copy may share with its original: AWS's ids, public addresses, tunnel addresses, evidence. */
export function withoutIdentity(resource: Resource): Resource {
  return stripped(resource) as Resource // only optional fields are taken away
}
