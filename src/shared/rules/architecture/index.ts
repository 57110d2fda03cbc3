import type { Rule } from '../rule.ts'
import directConnectPerVpc from './direct-connect-per-vpc.ts'
import manyVpnSites from './many-vpn-sites.ts'
import publicInterfaceVpns from './public-interface-vpns.ts'
import remoteUsersWithoutAccess from './remote-users-without-access.ts'
import sdWanWithoutConnect from './sd-wan-without-connect.ts'
import serviceSharedByRoutes from './service-shared-by-routes.ts'
import vpcsConnectedSingly from './vpcs-connected-singly.ts'
import vpcsJoinedByVpn from './vpcs-joined-by-vpn.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [directConnectPerVpc, manyVpnSites, publicInterfaceVpns, remoteUsersWithoutAccess, sdWanWithoutConnect, serviceSharedByRoutes, vpcsConnectedSingly, vpcsJoinedByVpn]
