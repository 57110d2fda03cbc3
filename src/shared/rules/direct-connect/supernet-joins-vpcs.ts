import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceOf } from '../../model/index.ts'
import { containsPrefix, formatPrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { announcedOver } from '../readings/announcements.ts'
import { sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { defineRule } from '../rule.ts'

interface Behind {
  readonly name: string
  readonly blocks: readonly Prefix[]
}

/** The networks behind an association: the VPC of a virtual private gateway, or what a transit gateway is allowed to announce. */
function behind(index: DesignIndex, association: ResourceOf<'direct-connect-gateway-association'>): Behind[] {
  const hub = index.getOf('transit-gateway', association.TransitGatewayId)
  if (hub) return [{ name: displayName(hub), blocks: parsePrefixes(association.AllowedPrefixes) }]
  const vpc = index.getOf('vpc', index.getOf('vpn-gateway', association.VpnGatewayId)?.VpcAttachments[0]?.VpcId)
  return vpc ? [{ name: displayName(vpc), blocks: blocksOf(vpc) }] : []
}

export default defineRule({
  id: 'supernet-joins-vpcs',
  catalogue: 'R-DX-21',
  title: 'A block announced by the site joins VPCs that are kept apart',
  severity: 'warning',
  profiles: ['security'],
  appliesTo: ['direct-connect-gateway'],
  why: 'When a site announces a block that covers several networks behind one Direct Connect gateway, they reach each other: traffic between them turns round at the Direct Connect location. What was taken for isolation is none.',
  remedy: 'Announce narrower prefixes, use a Direct Connect gateway for each, or block the traffic with security groups or blackhole routes.',
  sources: [{ fact: 'F-DX-43', checked: CHECKED }],
  messages: { joined: '{router} announces {block} over {vif}, which covers {networks} behind {gateway}: they reach each other by way of the Direct Connect location.' },
  checkEach: {
    *'direct-connect-gateway'(gateway, { index }) {
      const networks = referrersOf(index, 'direct-connect-gateway-association', gateway.id).flatMap((association) => behind(index, association))
      if (networks.length < 2) return
      const said = new Set<string>()
      for (const vif of referrersOf(index, 'virtual-interface', gateway.id)) {
        const router = index.getOf('customer-gateway', vif.customerRouter)
        for (const prefix of announcedOver(index, router, vif.id) ?? []) {
          const covered = networks.filter(({ blocks }) => blocks.some((block) => containsPrefix(prefix, block)))
          const block = formatPrefix(prefix)
          if (!router || covered.length < 2 || said.has(block)) continue
          said.add(block)
          const slots = { router: displayName(router), block, vif: displayName(vif), networks: sentence(covered.map(({ name }) => name)), gateway: displayName(gateway) }
          yield { message: 'joined', slots, resources: [gateway.id, vif.id, router.id] }
        }
      }
    },
  },
})
