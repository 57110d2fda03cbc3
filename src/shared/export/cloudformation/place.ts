import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'

/** An account and a Region; empty text where the design does not say. One template is made for each. */
export interface Place {
  readonly account: string
  readonly region: string
}

/** Says when two places are the same, and sorts them. */
export const placeKey = (place: Place): string => `${place.account}/${place.region}`

const NOWHERE: Place = { account: '', region: '' }

/** Works out which template holds a resource. A customer gateway is an object of each Region that uses it, so it may have several. */
export class Places {
  readonly #index: DesignIndex
  readonly #known = new Map<ResourceId, readonly Place[]>()
  readonly #only: Place

  /** Looks at every resource once. */
  constructor(index: DesignIndex) {
    this.#index = index
    const stated = Object.values(index.design.resources).map((resource) => this.#own(resource))
    const only = (values: string[]) => {
      const distinct = [...new Set(values.filter((value) => value !== ''))]
      return distinct.length === 1 ? (distinct[0] ?? '') : ''
    }
    this.#only = { account: only(stated.map(({ account }) => account)), region: only(stated.map(({ region }) => region)) }
  }

  /** The templates that hold the resource, at least one, in a stable order. */
  of(id: ResourceId): readonly Place[] {
    let places = this.#known.get(id)
    if (!places) {
      const resource = this.#index.get(id)
      const found = resource ? this.#find(resource, new Set()).map((place) => this.#filled(place)) : [this.#filled(NOWHERE)]
      places = [...new Map(found.map((place) => [placeKey(place), place])).values()].sort((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1))
      this.#known.set(id, places)
    }
    return places
  }

  /** The first template that holds the resource. */
  main(id: ResourceId): Place {
    return this.of(id)[0] ?? NOWHERE
  }

  /** True when the place's template holds the resource. */
  holds(place: Place, id: ResourceId): boolean {
    return this.of(id).some((other) => placeKey(other) === placeKey(place))
  }

  #own(resource: Resource): Place {
    return { account: ('OwnerId' in resource && resource.OwnerId) || '', region: ('Region' in resource && resource.Region) || '' }
  }

  /** What the design leaves open is taken from the rest of it, when all of that agrees. */
  #filled(place: Place): Place {
    return { account: place.account || this.#only.account, region: place.region || this.#only.region }
  }

  #find(resource: Resource, seen: ReadonlySet<ResourceId>): Place[] {
    if (seen.has(resource.id)) return [NOWHERE]
    const path = new Set([...seen, resource.id])
    const at = (id: ResourceId | undefined): Place => {
      const other = this.#index.get(id)
      return (other && this.#find(other, path)[0]) ?? NOWHERE
    }
    const own = this.#own(resource)
    const first = (...places: Place[]): Place =>
      places.reduce((best, place) => ({ account: best.account || place.account, region: best.region || place.region }), own)
    const users = (pick: (user: Resource) => boolean) => this.#index.referrers(resource.id).map((user) => user.resource).filter(pick)
    switch (resource.kind) {
      case 'site':
      case 'isp-link':
      case 'vpc':
      case 'power-domain':
      case 'server':
      case 'user-group':
      case 'directory':
      case 'remote-access':
      case 'wan-link':
      case 'carrier-circuit':
      case 'software-vpn':
      case 'aws-public-services':
      case 'note':
      case 'frame':
      case 'legend':
      case 'core-network':
      case 'core-network-segment':
      case 'direct-connect-lag':
      case 'direct-connect-connection':
        return [own]
      case 'subnet':
      case 'route-table':
      case 'security-group':
      case 'network-acl':
      case 'vpc-endpoint':
      case 'transit-gateway-vpc-attachment':
      case 'core-network-attachment':
      case 'load-balancer':
      case 'vpc-endpoint-service':
      case 'egress-only-internet-gateway':
      case 'route-server':
        return [at(resource.VpcId)]
      case 'instance':
      case 'network-interface':
        return [at(resource.SubnetId)]
      case 'nat-gateway':
        return [at(resource.SubnetId ?? resource.VpcId)]
      case 'internet-gateway':
        return [first(at(resource.Attachments[0]?.VpcId))]
      case 'vpn-gateway':
        return [first(at(resource.VpcAttachments[0]?.VpcId))]
      case 'transit-gateway':
        return [first(...users((user) => user.kind === 'transit-gateway-vpc-attachment').map((user) => at(user.id)))]
      case 'client-vpn-endpoint':
        return [first(at(resource.VpcId))]
      case 'transit-gateway-peering-attachment':
      case 'transit-gateway-connect-peer':
      case 'transit-gateway-route-table':
        return [at(resource.TransitGatewayId)]
      case 'vpn-connection':
        return [at(resource.VpnGatewayId ?? resource.TransitGatewayId ?? resource.CustomerGatewayId)]
      case 'vpc-peering-connection':
        return [at(resource.RequesterVpcId)]
      case 'direct-connect-gateway-association':
        return [at(resource.VpnGatewayId ?? resource.TransitGatewayId ?? resource.DirectConnectGatewayId)]
      case 'direct-connect-gateway':
        return [first(...users((user) => user.kind === 'direct-connect-gateway-association' || user.kind === 'virtual-interface').map((user) => at(user.id)))]
      case 'virtual-interface':
        return [[at(resource.ConnectionId), at(resource.VirtualGatewayId), at(resource.DirectConnectGatewayId)].reduce((best, place) => ({ account: best.account || place.account, region: best.region || place.region }))]
      case 'customer-gateway': {
        const connections = users((user) => user.kind === 'vpn-connection' && user.CustomerGatewayId === resource.id)
        const gateways = connections.flatMap((user) => (user.kind === 'vpn-connection' ? (user.VpnGatewayId ?? user.TransitGatewayId ?? []) : []))
        return gateways.length > 0 ? gateways.map(at) : [own]
      }
      case 'prefix-list': {
        if (own.region !== '' && resource.awsManaged !== true) return [own]
        const places = users(() => true).map((user) => at(user.id))
        return places.length > 0 ? places : [own]
      }
    }
  }
}
