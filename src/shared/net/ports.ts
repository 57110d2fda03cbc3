/** An inclusive range of ports. */
export interface PortRange {
  readonly from: number
  readonly to: number
}

/** Every port. */
export const ALL_PORTS: PortRange = { from: 0, to: 65_535 }

/** The range that replies may use, wide enough for every client operating system and NAT gateway (F-EDGE-33). */
export const EPHEMERAL_PORTS: PortRange = { from: 1024, to: 65_535 }

/** True when the port lies in the range. */
export function portInRange(range: PortRange, port: number): boolean {
  return port >= range.from && port <= range.to
}
