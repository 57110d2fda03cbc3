import { type Design, emptyDesign } from '../../../src/shared/document/design.ts'
import { parseDesign } from '../../../src/shared/document/parse.ts'
import { makeResourceId, type ResourceId } from '../../../src/shared/model/id.ts'
import type { Plan } from './plan.ts'

export interface PlannedRoute {
  DestinationCidrBlock?: string
  DestinationIpv6CidrBlock?: string
  DestinationPrefixListId?: ResourceId
  target?: ResourceId
}

export interface BuiltVpc {
  id: ResourceId
  region: string
  cidrs: string[]
  subnets: { id: ResourceId; zone: string; cidr: string; table: ResourceId }[]
  main: ResourceId
  tables: ResourceId[]
  vpnGateway?: ResourceId
  internetGateway?: ResourceId
  attachment?: ResourceId
}

export interface BuiltSite {
  id: ResourceId
  prefixes: string[]
  devices: ResourceId[]
}

/** A design under construction: resources by id, and routes kept aside so that mistakes can be made in them at the end. */
export class Builder {
  readonly plan: Plan
  readonly resources: Record<string, Record<string, unknown>> = {}
  readonly routes = new Map<ResourceId, PlannedRoute[]>()
  readonly associations = new Map<ResourceId, Record<string, unknown>[]>()
  readonly vpcs: BuiltVpc[] = []
  readonly sites: BuiltSite[] = []
  readonly attachments: { id: ResourceId; prefixes: string[]; learned: boolean }[] = []
  transitGateway: ResourceId | undefined

  constructor(plan: Plan) {
    this.plan = plan
  }

  add(kind: string, suffix: string, fields: Record<string, unknown>): ResourceId {
    const id = makeResourceId(kind, suffix)
    this.resources[id] = { kind, id, name: suffix, ...fields }
    return id
  }

  place(region: string, account = 0): Record<string, string> {
    return this.plan.placed ? { OwnerId: account === 0 ? '111111111111' : '222222222222', Region: region } : {}
  }

  addTable(vpc: ResourceId, suffix: string, main: boolean, fields: Record<string, unknown> = {}): ResourceId {
    const id = this.add('route-table', suffix, { VpcId: vpc, PropagatingVgws: [], ...fields })
    this.routes.set(id, [])
    this.associations.set(id, main ? [{ Main: true }] : [])
    return id
  }

  associate(table: ResourceId, association: Record<string, unknown>): void {
    this.associations.get(table)?.push(association)
  }

  /** Adds a static route, unless the table already has one for the destination (AWS refuses a second). */
  route(table: ResourceId, route: PlannedRoute): void {
    const list = this.routes.get(table) ?? []
    const key = (other: PlannedRoute) => other.DestinationCidrBlock ?? other.DestinationIpv6CidrBlock ?? other.DestinationPrefixListId
    if (!list.some((other) => key(other) === key(route))) list.push(route)
  }

  finish(): Design {
    for (const [id, routes] of this.routes) Object.assign(this.resources[id] ?? {}, { Routes: routes, Associations: this.associations.get(id) ?? [] })
    const parsed = parseDesign({ ...emptyDesign('random'), resources: this.resources, intents: this.intents(), placements: this.placements() })
    if (!parsed.ok) throw new Error(`the generated design is not valid: ${JSON.stringify(parsed.problems[0])}`)
    return parsed.value
  }

  private intents(): Record<string, unknown> {
    const kinds = ['vpc', 'site', 'instance', 'subnet', 'network-interface', 'server', 'user-group', 'load-balancer', 'vpc-endpoint-service', 'aws-public-services']
    const ends = [...Object.values(this.resources).filter((resource) => kinds.includes(String(resource['kind']))).map((resource) => resource['id']), 'internet']
    const protocols = { none: {}, tcp: { protocol: 6, port: 443 }, icmp: { protocol: 1 } }
    return Object.fromEntries(
      this.plan.intents.map((plan, index) => {
        const intent = {
          id: `intent:${index}`,
          from: ends[plan.from % ends.length],
          to: ends[plan.to % ends.length],
          expect: plan.never ? 'never' : 'reach',
          direction: plan.oneWay ? 'one-way' : 'both',
          status: plan.status,
          ...protocols[plan.protocol as keyof typeof protocols],
        }
        return [intent.id, intent]
      }),
    )
  }

  private placements(): Record<string, unknown> {
    return Object.fromEntries(this.vpcs.map((vpc, index) => [vpc.id, { x: index * 600, y: 0, width: 500, height: 400 }]))
  }
}
