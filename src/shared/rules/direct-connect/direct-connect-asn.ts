import { type DesignIndex, displayName } from '../../document/query.ts'
import { MOST_INTERFACE_ASN, PUBLIC_INTERFACE_ASN } from '../../facts/direct-connect.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { referrersOf } from '../readings/sessions.ts'
import { giveFreeAsn } from '../remedies/free-asn.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

/** AWS's end of the BGP session of a virtual interface. */
function amazonEnd(index: DesignIndex, vif: ResourceOf<'virtual-interface'>): { readonly name: string; readonly asn: number } | undefined {
  if (vif.VirtualInterfaceType === 'public') return { name: 'AWS', asn: PUBLIC_INTERFACE_ASN.value }
  const gateway = index.getOf('direct-connect-gateway', vif.DirectConnectGatewayId) ?? index.getOf('vpn-gateway', vif.VirtualGatewayId)
  return gateway && { name: displayName(gateway), asn: gateway.AmazonSideAsn }
}

function* checkInterface(index: DesignIndex, vif: ResourceOf<'virtual-interface'>): Generator<Report> {
  const slots = { vif: displayName(vif), asn: vif.Asn, most: MOST_INTERFACE_ASN.value }
  if (vif.Asn < 1 || vif.Asn > MOST_INTERFACE_ASN.value) return yield { message: 'range', slots, resources: [vif.id], field: 'Asn' }
  const end = amazonEnd(index, vif)
  if (end?.asn === vif.Asn) return yield { message: 'same', slots: { ...slots, end: end.name }, resources: [vif.id], field: 'Asn' }
  const router = index.getOf('customer-gateway', vif.customerRouter)
  if (!router || router.BgpAsn === vif.Asn) return
  const fixes = [fix(`Give ${slots.vif} the ASN ${router.BgpAsn} of ${displayName(router)}`, setField(vif, 'Asn', router.BgpAsn))]
  yield { message: 'router', slots: { ...slots, router: displayName(router), own: router.BgpAsn }, resources: [vif.id, router.id], field: 'Asn', fixes: end?.asn === router.BgpAsn ? [] : fixes }
}

export default defineRule({
  id: 'direct-connect-asn',
  catalogue: 'R-DX-13',
  alsoCovers: ['R-CFN-05'],
  title: 'ASNs around a Direct Connect gateway do not go together',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['direct-connect-gateway', 'virtual-interface'],
  why: 'A Direct Connect gateway and the transit gateways behind it are neighbours in BGP and need different ASNs; AWS refuses the association otherwise. The customer needs another ASN than AWS, and the one that the interface was ordered with.',
  remedy: 'Give each of them an ASN of its own.',
  sources: [
    { fact: 'F-DX-46', checked: CHECKED },
    { fact: 'F-DX-24', checked: CHECKED },
  ],
  messages: {
    hub: '{hub} has the ASN {asn}, the same as {gateway} that it is associated with.',
    hubs: '{hub} and {other} behind {gateway} both have the ASN {asn}.',
    same: '{vif} has the customer ASN {asn}, the same as {end} on the AWS side.',
    router: '{vif} expects the customer ASN {asn}, but {router} has {own}, so the BGP session does not come up.',
    range: '{vif} has the customer ASN {asn}; it must be from 1 to {most}.',
  },
  checkEach: {
    *'direct-connect-gateway'(gateway, { index }) {
      const hubs = referrersOf(index, 'direct-connect-gateway-association', gateway.id).flatMap(({ TransitGatewayId }) => index.getOf('transit-gateway', TransitGatewayId) ?? [])
      const seen = new Map<number, ResourceOf<'transit-gateway'>>()
      for (const hub of hubs) {
        const other = seen.get(hub.AmazonSideAsn)
        seen.set(hub.AmazonSideAsn, other ?? hub)
        const slots = { hub: displayName(hub), gateway: displayName(gateway), asn: hub.AmazonSideAsn, other: other ? displayName(other) : '' }
        if (hub.AmazonSideAsn === gateway.AmazonSideAsn) yield { message: 'hub', slots, resources: [gateway.id, hub.id], field: 'AmazonSideAsn', fixes: [...giveFreeAsn(index, gateway), ...giveFreeAsn(index, hub)] }
        else if (other) yield { message: 'hubs', slots, resources: [hub.id, other.id, gateway.id], field: 'AmazonSideAsn', fixes: giveFreeAsn(index, hub) }
      }
    },
    'virtual-interface': (vif, { index }) => checkInterface(index, vif),
  },
})
