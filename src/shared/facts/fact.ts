/** A figure or list that AWS states, with where it was read. `fact` is its number in the facts catalogue. */
export interface Fact<T> {
  readonly value: T
  readonly fact: string
  /** The page it was read on. */
  readonly source: string
  /** The day it was read, ISO 8601. */
  readonly checked: string
}

/** The day the facts catalogue was read from AWS's documentation. */
export const CHECKED = '2026-11-22'

const GUIDES = {
  VPC: 'https://docs.aws.amazon.com/vpc/latest/userguide/',
  TGW: 'https://docs.aws.amazon.com/vpc/latest/tgw/',
  S2S: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/',
} as const

/** Declares a fact read in one of AWS's guides. */
export function readIn<const T>(fact: string, guide: keyof typeof GUIDES, page: string, value: T): Fact<T> {
  return { value, fact, source: `${GUIDES[guide]}${page}.html`, checked: CHECKED }
}
