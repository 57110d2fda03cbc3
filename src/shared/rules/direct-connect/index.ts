import type { Rule } from '../rule.ts'
import allocationBeyondTable from './allocation-beyond-table.ts'
import allowedPrefixLimit from './allowed-prefix-limit.ts'
import allowedPrefixes from './allowed-prefixes.ts'
import chinaRegion from './china-region.ts'
import directConnectAsn from './direct-connect-asn.ts'
import gatewayLimit from './gateway-limit.ts'
import gatewayMix from './gateway-mix.ts'
import hostedConnectionInterfaces from './hosted-connection-interfaces.ts'
import interfaceMtu from './interface-mtu.ts'
import interfacePrefixLimit from './interface-prefix-limit.ts'
import interfaceType from './interface-type.ts'
import interfaceVlan from './interface-vlan.ts'
import lagMembers from './lag-members.ts'
import macsecPort from './macsec-port.ts'
import portInterfaceLimit from './port-interface-limit.ts'
import prefixPool from './prefix-pool.ts'
import virtualInterfaceRegion from './virtual-interface-region.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [
  allocationBeyondTable,
  allowedPrefixLimit,
  allowedPrefixes,
  chinaRegion,
  directConnectAsn,
  gatewayLimit,
  gatewayMix,
  hostedConnectionInterfaces,
  interfaceMtu,
  interfacePrefixLimit,
  interfaceType,
  interfaceVlan,
  lagMembers,
  macsecPort,
  portInterfaceLimit,
  prefixPool,
  virtualInterfaceRegion,
]
