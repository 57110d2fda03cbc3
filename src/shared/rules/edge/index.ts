import type { Rule } from '../rule.ts'
import adminPortOpen from './admin-port-open.ts'
import attachmentAclRestrictive from './attachment-acl-restrictive.ts'
import encryptionNotExcluded from './encryption-not-excluded.ts'
import filterQuota from './filter-quota.ts'
import internetGatewayUnattached from './internet-gateway-unattached.ts'
import managementAccess from './management-access.ts'
import natGatewayConnections from './nat-gateway-connections.ts'
import natGatewaySingleZone from './nat-gateway-single-zone.ts'
import natGatewaySubnet from './nat-gateway-subnet.ts'
import networkAclBlocksReplies from './network-acl-blocks-replies.ts'
import networkAclRuleHidden from './network-acl-rule-hidden.ts'
import publicAccessBlocked from './public-access-blocked.ts'
import publicAddressMissing from './public-address-missing.ts'
import regionalNatGatewayNewZone from './regional-nat-gateway-new-zone.ts'
import regionalNatGatewayPrivate from './regional-nat-gateway-private.ts'
import securityGroupReferenceLost from './security-group-reference-lost.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [
  adminPortOpen,
  attachmentAclRestrictive,
  encryptionNotExcluded,
  filterQuota,
  internetGatewayUnattached,
  managementAccess,
  natGatewayConnections,
  natGatewaySingleZone,
  natGatewaySubnet,
  networkAclBlocksReplies,
  networkAclRuleHidden,
  publicAccessBlocked,
  publicAddressMissing,
  regionalNatGatewayNewZone,
  regionalNatGatewayPrivate,
  securityGroupReferenceLost,
]
