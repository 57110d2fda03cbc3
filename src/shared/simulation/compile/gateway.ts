import type { ResourceOf } from '../../model/index.ts'
import { parsePrefixes } from '../../net/prefix.ts'
import type { AssociationFragment, DirectConnectGatewayFragment, VpnGatewayFragment } from './fragment.ts'
import type { ReadingView } from './view.ts'
import { vpcPrefixes } from './vpc.ts'

/** Compiles a virtual private gateway. Only one VPC can use it (F-RT-33): the first that is attached. */
export function compileVpnGateway(gateway: ResourceOf<'vpn-gateway'>, view: ReadingView): VpnGatewayFragment {
  const vpc = view.getOf('vpc', gateway.VpcAttachments[0]?.VpcId)
  return {
    kind: 'vpn-gateway',
    asn: gateway.AmazonSideAsn,
    vpc: vpc?.id,
    vpcPrefixes: vpcPrefixes(vpc),
    connections: view.referrersOf('vpn-connection', gateway.id).map((connection) => connection.id),
    virtualInterfaces: view.referrersOf('virtual-interface', gateway.id).map((vif) => vif.id),
    associations: view.referrersOf('direct-connect-gateway-association', gateway.id).map((association) => association.id),
  }
}

/** Compiles a Direct Connect gateway. */
export function compileDirectConnectGateway(gateway: ResourceOf<'direct-connect-gateway'>, view: ReadingView): DirectConnectGatewayFragment {
  return {
    kind: 'direct-connect-gateway',
    asn: gateway.AmazonSideAsn,
    virtualInterfaces: view.referrersOf('virtual-interface', gateway.id).map((vif) => vif.id),
    associations: view.referrersOf('direct-connect-gateway-association', gateway.id).map((association) => association.id),
  }
}

/** Compiles an association: its allowed prefixes. */
export function compileAssociation(association: ResourceOf<'direct-connect-gateway-association'>): AssociationFragment {
  return { kind: 'direct-connect-gateway-association', allowed: parsePrefixes(association.AllowedPrefixes) }
}
