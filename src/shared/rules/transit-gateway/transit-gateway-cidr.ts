import { freeTransitCidr } from '../../document/commands/addresses.ts'
import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { TRANSIT_BLOCK_EXCLUDED, TRANSIT_BLOCK_LENGTHS } from '../../facts/transit-gateway.ts'
import type { ResourceOf } from '../../model/index.ts'
import { formatPrefix, overlaps, parsePrefix, parsePrefixes, type Prefix } from '../../net/prefix.ts'
import { sentence } from '../readings/names.ts'
import { transitAttachmentsOf, type TransitAttachment } from '../readings/transit-attachments.ts'
import { broughtBy } from '../readings/transit-learned.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix, type Report } from '../rule.ts'

const EXCLUDED = parsePrefixes([TRANSIT_BLOCK_EXCLUDED.value])

/** Attachments whose ends take an address of the transit gateway's own. */
const needsBlock = (attachment: TransitAttachment) => attachment.kind === 'transit-gateway-connect-peer' || attachment.kind === 'client-vpn-endpoint' || (attachment.kind === 'vpn-connection' && attachment.OutsideIpAddressType === 'PrivateIpv4')

function* checkBlock(index: DesignIndex, gateway: ResourceOf<'transit-gateway'>, block: Prefix, attachments: readonly TransitAttachment[], repair: Fix[]): Generator<Report> {
  const slots = { gateway: displayName(gateway), block: formatPrefix(block), longest: TRANSIT_BLOCK_LENGTHS.value[block.family] }
  const common = { resources: [gateway.id] as const, field: 'TransitGatewayCidrBlocks', fixes: repair }
  if (EXCLUDED.some((range) => overlaps(range, block))) return yield { message: 'excluded', slots: { ...slots, range: TRANSIT_BLOCK_EXCLUDED.value }, ...common }
  if (block.length > slots.longest) yield { message: 'small', slots, ...common }
  // A summary of the customer's around the block is no network: the gateway's own block is the longer prefix.
  const met = attachments.find(({ id, kind }) => broughtBy(index, id).some((prefix) => overlaps(prefix, block) && (kind === 'transit-gateway-vpc-attachment' || prefix.length >= block.length)))
  if (met) yield { message: 'overlap', slots: { ...slots, attachment: displayName(met) }, ...common, resources: [gateway.id, met.id], severity: 'warning' }
}

export default defineRule({
  id: 'transit-gateway-cidr',
  catalogue: 'R-TGW-14',
  title: 'Transit gateway lacks a CIDR block of its own, or has one that does not do',
  severity: 'error',
  appliesTo: ['transit-gateway', 'transit-gateway-connect-peer', 'vpn-connection', 'client-vpn-endpoint'],
  why: 'Connect peers, VPN over private addresses and Client VPN on a transit gateway end on addresses out of the gateway\'s own blocks. Without a block they cannot be made, and a block that is used elsewhere leads their packets astray.',
  remedy: 'Give the transit gateway a block of its own, /24 or larger (IPv6: /64), that nothing attached uses.',
  sources: [TRANSIT_BLOCK_LENGTHS, { fact: 'F-TGW-50', checked: CHECKED }],
  messages: {
    missing: '{gateway} has no CIDR block, which {attachments} would take an address from.',
    small: 'The CIDR block {block} of {gateway} is smaller than a /{longest}.',
    excluded: 'The CIDR block {block} of {gateway} lies in {range}, where AWS allows none.',
    overlap: 'The CIDR block {block} of {gateway} overlaps what {attachment} leads to.',
  },
  *check({ index }) {
    for (const gateway of index.all('transit-gateway')) {
      const blocks = gateway.TransitGatewayCidrBlocks
      const attachments = transitAttachmentsOf(index, gateway.id)
      const wanting = attachments.filter(needsBlock)
      const label = (free: string) => (blocks.length === 0 ? `Give ${displayName(gateway)} the block ${free}` : `Change the block of ${displayName(gateway)} to ${free}`)
      const repair = (old?: string): Fix[] => [freeTransitCidr(index)].map((free) => fix(label(free), setField(gateway, 'TransitGatewayCidrBlocks', [...blocks.filter((block) => block !== old), free])))
      if (blocks.length === 0 && wanting.length > 0) yield { message: 'missing', slots: { gateway: displayName(gateway), attachments: sentence(wanting.map(displayName)) }, resources: [gateway.id, ...wanting.map(({ id }) => id)], field: 'TransitGatewayCidrBlocks', fixes: repair() }
      for (const text of blocks) {
        const block = parsePrefix(text)
        if (block) yield* checkBlock(index, gateway, block, attachments, block.family === 4 ? repair(text) : [])
      }
    }
  },
})
