import { z } from 'zod'
import { described } from '../model/field.ts'
import { boxId, type BoxId, groupingId, type GroupingId, intentId, type IntentId, resourceId, type ResourceId } from '../model/id.ts'
import { resourceSchema, type Resource } from '../model/index.ts'
import { type Bend, bendSchema } from './bend.ts'
import { type Assumption, type AssumptionId, assumptionId, assumptionSchema } from './assumption.ts'
import { type Grouping, groupingSchema } from './grouping.ts'
import { type Pool, type PoolId, poolId, poolSchema } from './pool.ts'
import { type SavedView, savedViewSchema, type ViewId, viewId } from './saved-view.ts'
import { type ReviewEntry, type ReviewId, reviewEntrySchema, reviewId } from './review.ts'

/** Version of the document's shape; raised with a migration in `migrations/`. */
export const SCHEMA_VERSION = 1

const coordinate = z.number().min(-10_000_000).max(10_000_000)

/** What a person has said about a place besides where it is; absent means no. */
const marks = {
  /** Not to be moved, resized or deleted by hand; automatic layout leaves it where it is. */
  locked: z.literal(true).optional(),
  /** Shown as one small box that stands for all it holds; the stored size is that of the open one. */
  collapsed: z.literal(true).optional(),
}

/**
 * Where something is drawn: absolute canvas coordinates in pixels. Containers have a size, nodes do not. `order` says what lies
 * in front among siblings: the higher, the further in front; absent counts as 0.
 */
export const placementSchema = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: z.number().positive().max(10_000_000).optional(),
  height: z.number().positive().max(10_000_000).optional(),
  ...marks,
  order: z.int().min(-1_000_000).max(1_000_000).optional(),
})

/** Where something is drawn. */
export type Placement = Readonly<z.infer<typeof placementSchema>>

/**
 * A group box that a person placed: account, Region or Availability Zone. The boxes themselves follow from the
 * attributes of resources; an entry here gives one a place, or keeps an empty one on the canvas.
 */
export const boxSchema = z.strictObject({
  id: boxId,
  kind: z.enum(['account', 'region', 'zone']),
  OwnerId: z.string().max(60).optional(),
  Region: z.string().max(40).optional(),
  VpcId: resourceId.optional(),
  AvailabilityZone: z.string().max(60).optional(),
  AvailabilityZoneId: z.string().max(60).optional(),
  x: coordinate,
  y: coordinate,
  width: z.number().positive().max(10_000_000),
  height: z.number().positive().max(10_000_000),
  ...marks,
})

/** A placed group box. */
export type Box = Readonly<z.infer<typeof boxSchema>>

/** An end of an intent: a resource, or the internet. */
export const intentEndSchema = z.union([resourceId, z.literal('internet')])

/** An end of an intent. */
export type IntentEnd = z.infer<typeof intentEndSchema>

/**
 * What must hold. Without a protocol it speaks of routes alone: some packet gets through both ways. With one, security
 * groups and network ACLs are judged for exactly that traffic.
 */
export const intentSchema = z.strictObject({
  id: intentId,
  name: z.string().max(255).optional(),
  from: intentEndSchema,
  to: intentEndSchema,
  /** `reach`: the flow works; `never`: it must not. */
  expect: z.enum(['reach', 'never']),
  /** `both`: either side can open; `one-way`: only `from` opens (replies still must come back). */
  direction: z.enum(['both', 'one-way']),
  protocol: described(z.int().min(0).max(255).optional(), 'Protocol'),
  port: described(z.int().min(0).max(65_535).optional(), 'Port'),
  /** Of `reach`: it still holds when any one, or any two, of the elements under it fail. */
  survives: z.union([z.literal(1), z.literal(2)]).optional(),
  /** Of `reach`: what the flow needs, in Mbps, while everything works. */
  bandwidthMbps: z.number().positive().max(100_000_000).optional(),
  /** Of `reach`: what it needs after any one failure, in Mbps. */
  bandwidthAfterFailureMbps: z.number().positive().max(100_000_000).optional(),
  /** Of `reach`: everything outside VPCs, Regions and sites is encrypted (IPsec, MACsec, between Regions). */
  encrypted: z.literal(true).optional(),
  /** Of `reach`: no packet of it is on the internet. */
  offInternet: z.literal(true).optional(),
  /** Of `reach`: `steady`: no part whose latency nobody bounds (the internet); `in-region`: steady, and AWS carries it within one Region. */
  latencyClass: z.enum(['steady', 'in-region']).optional(),
  /** Of `reach`: least share of time that it holds, such as 0.9999. */
  availabilityTarget: z.number().gt(0).lt(1).optional(),
  /** Of `reach`: most seconds that any one failure may interrupt it. */
  recoverySeconds: z.number().min(0).max(604_800).optional(),
  /** Suggested intents are simulated and shown, but raise no error until accepted; a dismissed one is not suggested again. */
  status: z.enum(['suggested', 'accepted', 'dismissed']),
})

/** What must hold. */
export type Intent = Readonly<z.infer<typeof intentSchema>>

/** Schema of a design as saved. */
export const designSchema = z.strictObject({
  format: z.literal('causeway-design'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  name: z.string().max(255),
  resources: z.record(resourceId, resourceSchema),
  intents: z.record(intentId, intentSchema),
  placements: z.record(resourceId, placementSchema),
  boxes: z.record(boxId, boxSchema),
  /** Absent in designs that assume nothing. */
  assumptions: z.record(assumptionId, assumptionSchema).optional(),
  /** Absent while every link finds its own way. */
  bends: z.record(resourceId, bendSchema).optional(),
  /** Absent while nothing is grouped. */
  groupings: z.record(groupingId, groupingSchema).optional(),
  /** Address pools of the IP plan; absent while there are none. */
  pools: z.record(poolId, poolSchema).optional(),
  /** Ways to look at the drawing; absent where none is saved. */
  views: z.record(viewId, savedViewSchema).optional(),
  /** Profile, severities, quotas and waivers; absent where nobody has said anything. */
  review: z.record(reviewId, reviewEntrySchema).optional(),
})

/** A design: the document that the product is about. Immutable; edits make new ones. */
export interface Design {
  readonly format: 'causeway-design'
  readonly schemaVersion: typeof SCHEMA_VERSION
  readonly name: string
  readonly resources: Readonly<Record<ResourceId, Resource>>
  readonly intents: Readonly<Record<IntentId, Intent>>
  readonly placements: Readonly<Record<ResourceId, Placement>>
  readonly boxes: Readonly<Record<BoxId, Box>>
  readonly assumptions?: Readonly<Record<AssumptionId, Assumption>>
  readonly bends?: Readonly<Record<ResourceId, Bend>>
  readonly views?: Readonly<Record<ViewId, SavedView>>
  readonly pools?: Readonly<Record<PoolId, Pool>>
  readonly groupings?: Readonly<Record<GroupingId, Grouping>>
  readonly review?: Readonly<Record<ReviewId, ReviewEntry>>
}

/** A design with nothing in it. */
export function emptyDesign(name: string): Design {
  return { format: 'causeway-design', schemaVersion: SCHEMA_VERSION, name, resources: {}, intents: {}, placements: {}, boxes: {} }
}
