import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'sd-wan-without-connect',
  catalogue: 'R-ARCH-09',
  title: 'SD-WAN stops short of the transit gateway',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['wan-link', 'transit-gateway'],
  why: 'Transit gateway Connect and Cloud WAN take SD-WAN appliances in by GRE and BGP, so that the same fabric reaches into AWS. Without it the edge of the SD-WAN is joined to AWS by separate tunnels and policies.',
  remedy: 'Consider a Connect attachment with appliances of the SD-WAN vendor in a VPC or behind Direct Connect, or Cloud WAN.',
  sources: [{ fact: 'F-TGW-50', checked: CHECKED }],
  messages: { apart: 'Sites are joined by SD-WAN ({links}), but no Connect peer brings it to {gateways}.' },
  *check({ index }) {
    const links = index.all('wan-link').filter(({ wanType }) => wanType === 'sd-wan')
    const gateways = index.all('transit-gateway')
    const [first, ...others] = gateways
    if (!first || links.length === 0 || index.all('transit-gateway-connect-peer').length > 0 || index.all('core-network').length > 0) return
    const slots = { links: sentence(links.map(displayName)), gateways: sentence(gateways.map(displayName)) }
    yield { message: 'apart', slots, resources: [first.id, ...others.map(({ id }) => id), ...links.map(({ id }) => id)] }
  },
})
