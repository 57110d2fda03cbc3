import { freeRouterAsn } from '../../document/commands/addresses.ts'
import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { cloudHubs, type HubSite } from '../readings/cloud-hub-sites.ts'
import { file } from '../readings/group.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

/** An ASN of its own for the devices of a site, where no virtual interface was ordered with the one that they have. */
function renumber(index: DesignIndex, { place, devices }: HubSite): Fix[] {
  if (devices.some(({ id }) => referrersOf(index, 'virtual-interface', id).length > 0)) return []
  const asn = freeRouterAsn(index)
  return [fix(`Give ${nameOf(index, place)} the ASN ${asn}`, ...devices.map((device) => setField(device, 'BgpAsn', asn)))]
}

export default defineRule({
  id: 'cloud-hub-asn',
  catalogue: 'R-VPN-23',
  title: 'Sites of a VPN CloudHub share an ASN',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['vpn-gateway', 'customer-gateway'],
  after: ['customer-gateway-asn', 'cloud-hub-static'],
  why: 'The gateway passes the prefixes of each site on to the others with the AS path. A router drops what already holds its own number, as a loop, so sites with the same ASN never learn of each other.',
  remedy: 'Give each site an ASN of its own.',
  sources: [{ fact: 'F-VPN-65', checked: CHECKED }],
  messages: { shared: '{sites} are to reach each other over {gateway}, but share the ASN {asn}: each drops the routes of the others as loops.' },
  *check(context) {
    const { index } = context
    for (const { gateway, sites, intents } of cloudHubs(context)) {
      const byAsn = new Map<number, HubSite[]>()
      for (const site of sites) for (const asn of new Set(site.devices.filter(({ allowOwnAs }) => allowOwnAs !== true).map(({ BgpAsn }) => BgpAsn))) file(byAsn, asn, site)
      for (const [asn, together] of byAsn) {
        const last = together.at(-1)
        const devices = together.flatMap((site) => site.devices.map(({ id }) => id))
        if (!last || together.length < 2) continue
        const slots = { sites: sentence(together.map(({ place }) => nameOf(index, place))), gateway: displayName(gateway), asn }
        yield { message: 'shared', slots, resources: [gateway.id, ...devices], field: 'BgpAsn', intents, fixes: together.length === 2 ? renumber(index, last) : [] }
      }
    }
  },
})
