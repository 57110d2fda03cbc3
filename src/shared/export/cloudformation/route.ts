import { displayName } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource, ResourceOf } from '../../model/index.ts'
import { attachedVpcs, attachmentId } from './attachment.ts'
import type { Emission } from './emission.ts'
import { interfaceOf } from './interface.ts'
import type { Properties } from './value.ts'

/** A route's target as CloudFormation wants it, or why AWS would refuse the route. */
export type RouteTarget = { readonly properties: Properties; readonly dependsOn: readonly string[] } | { readonly refused: string }

const use = (properties: Properties, dependsOn: readonly string[] = []): RouteTarget => ({ properties, dependsOn })

function attachedGateway(gateway: ResourceOf<'internet-gateway'> | ResourceOf<'vpn-gateway'>, vpc: ResourceId, to: Emission): RouteTarget {
  if (!attachedVpcs(gateway).includes(vpc)) return { refused: `${displayName(gateway)} is not attached to the VPC` }
  return use({ GatewayId: to.ref(gateway.id) }, [attachmentId(to, gateway.id, vpc)])
}

function ownOf(target: Resource, owner: ResourceId | undefined, vpc: ResourceId, property: string, to: Emission): RouteTarget {
  return owner === vpc ? use({ [property]: to.ref(target.id) }) : { refused: `${displayName(target)} is in another VPC` }
}

/**
 * Translates a route's target, with the attachments that must be there first (F-CFN-3, F-CFN-5, F-CFN-6).
 * Undefined for a gateway endpoint, which makes its routes itself.
 */
export function routeTarget(target: Resource, vpc: ResourceId, to: Emission): RouteTarget | undefined {
  const vpcOfSubnet = (subnet: ResourceId | undefined) => to.index.getOf('subnet', subnet)?.VpcId
  switch (target.kind) {
    case 'internet-gateway':
    case 'vpn-gateway':
      return attachedGateway(target, vpc, to)
    case 'transit-gateway': {
      const attachment = to.index.all('transit-gateway-vpc-attachment').find((link) => link.TransitGatewayId === target.id && link.VpcId === vpc && to.isExported(link.id))
      return attachment ? use({ TransitGatewayId: to.ref(target.id) }, [to.names.of(attachment.id)]) : { refused: `the VPC is not attached to ${displayName(target)}` }
    }
    case 'vpc-peering-connection': {
      if (!to.isExported(target.id)) return { refused: `${displayName(target)} is not exported` }
      const isEnd = target.RequesterVpcId === vpc || target.AccepterVpcId === vpc
      return isEnd ? use({ VpcPeeringConnectionId: to.ref(target.id) }) : { refused: `${displayName(target)} does not end at the VPC` }
    }
    case 'nat-gateway':
      return ownOf(target, target.VpcId ?? vpcOfSubnet(target.SubnetId), vpc, 'NatGatewayId', to)
    case 'network-interface':
      return ownOf(target, vpcOfSubnet(target.SubnetId), vpc, 'NetworkInterfaceId', to)
    case 'instance': {
      const own = interfaceOf(target, to)
      if (own === undefined) return ownOf(target, vpcOfSubnet(target.SubnetId), vpc, 'InstanceId', to)
      return vpcOfSubnet(target.SubnetId) === vpc ? use({ NetworkInterfaceId: own }) : { refused: `${displayName(target)} is in another VPC` }
    }
    case 'vpc-endpoint':
      return undefined
    default:
      return { refused: `a route cannot lead to ${displayName(target)}` }
  }
}
