import type { Intent } from '../document/design.ts'
import type { ResourceId } from '../model/id.ts'
import type { Kind, Resource } from '../model/index.ts'

/** Everything of a pattern that must differ from what is already drawn; each call gives something that was not given before. */
export interface PatternNames {
  readonly id: (kind: Kind) => ResourceId
  /** The name itself while it is free, else with a number behind it. */
  readonly name: (wanted: string) => string
  /** An IPv4 block for a VPC. */
  readonly vpcBlock: (region?: string) => string
  /** An IPv4 prefix for a site. */
  readonly sitePrefix: () => string
  /** An IPv4 block for remote users. */
  readonly clientBlock: () => string
  /** An IPv4 block for a transit gateway's own addresses. */
  readonly transitBlock: () => string
  /** An ASN for a gateway of AWS's side. */
  readonly amazonAsn: () => number
  /** An ASN for the routers of one network of the customer's: a site's devices, or the appliances of a VPC. */
  readonly siteAsn: () => number
  /** A public address out of the documentation blocks; undefined when all are taken. */
  readonly publicAddress: () => string | undefined
  /** An AWS device at a Direct Connect location. */
  readonly awsDevice: (location: string) => string
}

/** What a pattern draws: resources, and what must hold between them. */
export interface PatternContent {
  readonly resources: readonly Resource[]
  /** All accepted. */
  readonly intents: readonly Intent[]
}

/** A way to connect networks that can be inserted into a design. */
export interface Pattern<Id extends string = string> {
  /** Equals the name of its file. */
  readonly id: Id
  readonly title: string
  /** Figures of AWS's papers that show it: F of the 2012 paper, I of the 2020 notes. */
  readonly figures: readonly string[]
  readonly useCase: string
  readonly advantages: string
  readonly limitations: string
  /** Pure: the same names give the same content. */
  readonly build: (names: PatternNames) => PatternContent
}

/** Declares a pattern; checks nothing at run time, the registry test does. */
export function definePattern<const Id extends string>(pattern: Pattern<Id>): Pattern<Id> {
  return pattern
}
