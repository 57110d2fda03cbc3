import type { DesignIndex } from '../../../shared/document/query.ts'

const FIXED: Readonly<Record<string, readonly string[]>> = {
  IpProtocol: ['-1', 'tcp', 'udp', 'icmp', 'icmpv6'],
  Protocol: ['-1', '6', '17', '1', '58'],
  Bandwidth: ['50Mbps', '100Mbps', '500Mbps', '1Gbps', '10Gbps', '100Gbps', '400Gbps'],
}

const FROM_DESIGN = new Set(['OwnerId', 'Region', 'AvailabilityZone', 'AvailabilityZoneId', 'Location', 'AwsLogicalDeviceId', 'provider', 'DeviceName', 'ServiceName'])
const MOST = 50

/** Values worth offering for a text field: fixed ones, or those that other resources of the design have in the same field. */
export function suggestionsFor(index: DesignIndex, field: string): readonly string[] {
  const fixed = FIXED[field]
  if (fixed) return fixed
  if (!FROM_DESIGN.has(field)) return []
  const found = new Set<string>()
  for (const resource of Object.values(index.design.resources)) {
    const value = (resource as unknown as Readonly<Record<string, unknown>>)[field]
    if (typeof value === 'string' && value !== '') found.add(value)
    if (found.size >= MOST) break
  }
  return [...found].sort()
}
