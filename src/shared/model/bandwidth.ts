/** A rate as AWS writes it ("10Gbps", "500Mbps") in Mbps; undefined for other texts. */
export function mbpsOf(text: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([GM])bps$/i.exec(text?.trim() ?? '')
  return match ? Number(match[1]) * (match[2]?.toUpperCase() === 'G' ? 1000 : 1) : undefined
}
