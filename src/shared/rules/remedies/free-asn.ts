import { freeAmazonAsn } from '../../document/commands/addresses.ts'
import { type DesignIndex, displayName } from '../../document/query.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Fix } from '../rule.ts'
import { fix, setField } from './set-field.ts'

type Gateway = ResourceOf<'vpn-gateway'> | ResourceOf<'transit-gateway'> | ResourceOf<'direct-connect-gateway'>

/** The edit that gives a gateway an ASN of its own; none for one that exists in AWS already, where it cannot be changed (F-VPN-43, F-DX-46). */
export function giveFreeAsn(index: DesignIndex, gateway: Gateway): Fix[] {
  if (gateway.awsId !== undefined) return []
  const asn = freeAmazonAsn(index, [...index.all('customer-gateway').map(({ BgpAsn }) => BgpAsn), ...index.all('virtual-interface').map(({ Asn }) => Asn)])
  return [fix(`Change the ASN of ${displayName(gateway)} to ${asn}`, setField<Gateway, 'AmazonSideAsn'>(gateway, 'AmazonSideAsn', asn))]
}
