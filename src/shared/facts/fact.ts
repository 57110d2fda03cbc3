/** A figure or list that AWS states, with where it was read. `fact` is its number in the facts catalogue. */
export interface Fact<T> {
  readonly value: T
  readonly fact: string
  /** The page it was read on. */
  readonly source: string
  /** The day it was read, ISO 8601. */
  readonly checked: string
}

/**
 * How far a figure can be trusted. `documented`: in AWS's own text as it stands; `historical`: in a text of AWS's that is no longer
 * kept; `third-party`: somebody else's copy of AWS's figures; `tool-assumption`: Causeway's own, to be replaced by what you know.
 */
export type Grade = 'documented' | 'historical' | 'third-party' | 'tool-assumption'

/** A figure whose trust matters to what is made of it. `dated`: the day or month of the text it stands in. */
export interface GradedFact<T> extends Fact<T> {
  readonly grade: Grade
  readonly dated?: string
}

/** The day the facts catalogue was read from AWS's documentation. */
export const CHECKED = '2026-11-22'

/** AWS's guides: the address that a page's name follows. */
export const GUIDES = {
  VPC: 'https://docs.aws.amazon.com/vpc/latest/userguide/',
  TGW: 'https://docs.aws.amazon.com/vpc/latest/tgw/',
  PEER: 'https://docs.aws.amazon.com/vpc/latest/peering/',
  S2S: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/',
  DX: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/',
  PL: 'https://docs.aws.amazon.com/vpc/latest/privatelink/',
  CVPN: 'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/',
  CWAN: 'https://docs.aws.amazon.com/network-manager/latest/cloudwan/',
  EC2: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/',
  WP: 'https://docs.aws.amazon.com/whitepapers/latest/aws-vpc-connectivity-options/',
} as const

/** Declares a fact read in one of AWS's guides. */
export function readIn<const T>(fact: string, guide: keyof typeof GUIDES, page: string, value: T): Fact<T> {
  return { value, fact, source: `${GUIDES[guide]}${page}.html`, checked: CHECKED }
}
