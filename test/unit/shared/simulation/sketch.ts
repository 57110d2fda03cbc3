import { type Design, emptyDesign, type Intent, intentSchema } from '../../../../src/shared/document/design.ts'
import { intentId, makeResourceId, type ResourceId } from '../../../../src/shared/model/id.ts'
import { definitionOf, type Kind, type Resource } from '../../../../src/shared/model/index.ts'

/** Draws a network in a few lines: every resource has its kind's defaults, its name is its id's suffix. */
export class Sketch {
  readonly resources: Record<ResourceId, Resource> = {}
  readonly intents: Record<string, Intent> = {}

  add(kind: Kind, name: string, fields: Readonly<Record<string, unknown>> = {}): ResourceId {
    const id = makeResourceId(kind, name)
    const definition = definitionOf(kind)
    this.resources[id] = definition.schema.parse({ ...definition.defaults(), id, kind, name, ...fields }) as unknown as Resource
    return id
  }

  /** Changes fields of what is already there. */
  set(id: ResourceId, fields: Readonly<Record<string, unknown>>): void {
    const before = this.resources[id] as Resource
    this.resources[id] = definitionOf(before.kind).schema.parse({ ...before, ...fields }) as unknown as Resource
  }

  /** A VPC with one /24 per zone letter, a main table, and its Region. */
  vpc(name: string, cidr: string, zones: readonly string[], options: { readonly region?: string; readonly routes?: readonly object[]; readonly propagating?: readonly ResourceId[] } = {}) {
    const region = options.region ?? 'eu-west-1'
    const vpc = this.add('vpc', name, { CidrBlocks: [cidr], Region: region })
    const [a, b] = cidr.split('.')
    const subnets = zones.map((zone, index) => this.add('subnet', `${name}-${zone}`, { VpcId: vpc, CidrBlock: `${a}.${b}.${index + 1}.0/24`, AvailabilityZone: `${region}${zone}` }))
    const table = this.add('route-table', `${name}-main`, { VpcId: vpc, Associations: [{ Main: true }], Routes: options.routes ?? [], PropagatingVgws: options.propagating ?? [] })
    return { vpc, subnets, table }
  }

  /** A site with one ISP link per given name; returns the site. */
  site(name: string, prefix: string, isps: readonly string[]): ResourceId {
    const site = this.add('site', name, { prefixes: [prefix] })
    for (const isp of isps) this.add('isp-link', isp, { site })
    return site
  }

  intent(from: ResourceId | 'internet', to: ResourceId | 'internet', fields: Partial<Intent> = {}): Intent {
    const intent = intentSchema.parse({ id: intentId.parse(`intent:${from}/${to}`), from, to, expect: 'reach', direction: 'both', status: 'accepted', ...fields })
    this.intents[intent.id] = intent
    return intent
  }

  design(): Design {
    return { ...emptyDesign('sketch'), resources: this.resources, intents: this.intents }
  }
}
