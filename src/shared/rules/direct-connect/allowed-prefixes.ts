import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { findOverlaps } from '../../net/overlap.ts'
import { containsPrefix, formatPrefix, parsePrefixes } from '../../net/prefix.ts'
import type { ResourceOf } from '../../model/index.ts'
import { nameOf } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { hasPrivateNat } from '../readings/private-nat.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Association = ResourceOf<'direct-connect-gateway-association'>

function* checkHub(index: DesignIndex, association: Association, hub: ResourceOf<'transit-gateway'>): Generator<Report> {
  if (association.AllowedPrefixes.length > 0) return
  const vpcs = referrersOf(index, 'transit-gateway-vpc-attachment', hub.id).flatMap(({ VpcId }) => index.getOf('vpc', VpcId) ?? [])
  const blocks = [...new Set(vpcs.flatMap((vpc) => blocksOf(vpc).map(formatPrefix)))]
  const slots = { association: displayName(association), hub: displayName(hub), gateway: nameOf(index, association.DirectConnectGatewayId) }
  const fixes = blocks.length === 0 ? [] : [fix(`Allow the blocks of the VPCs on ${slots.hub}`, setField(association, 'AllowedPrefixes', blocks))]
  yield { message: 'empty', slots, resources: [association.id, hub.id], field: 'AllowedPrefixes', fixes }
}

function* checkVpc(index: DesignIndex, association: Association, gateway: ResourceOf<'vpn-gateway'>): Generator<Report> {
  const allowed = parsePrefixes(association.AllowedPrefixes)
  const vpc = index.getOf('vpc', gateway.VpcAttachments[0]?.VpcId)
  if (!vpc || allowed.length === 0) return
  // IPv6 that is not listed at all is not meant to be announced, and a block behind a private NAT gateway neither.
  const blocks = blocksOf(vpc).filter(({ family }) => family === 4 || allowed.some((prefix) => prefix.family === family))
  const missing = blocks.filter((block) => !allowed.some((prefix) => containsPrefix(prefix, block))).map(formatPrefix)
  if (missing.length === 0 || (missing.length < blocks.length && hasPrivateNat(index, vpc.id))) return
  const slots = { association: displayName(association), vpc: displayName(vpc), missing: missing.join(', '), allowed: association.AllowedPrefixes.join(', ') }
  yield { message: 'narrow', slots, resources: [association.id, gateway.id, vpc.id], field: 'AllowedPrefixes', fixes: [fix(`Allow ${slots.missing} as well`, setField(association, 'AllowedPrefixes', [...association.AllowedPrefixes, ...missing]))] }
}

export default defineRule({
  id: 'allowed-prefixes',
  catalogue: 'R-DX-14',
  title: 'Allowed prefixes of a Direct Connect gateway keep networks out',
  severity: 'error',
  appliesTo: ['direct-connect-gateway-association', 'direct-connect-gateway'],
  why: 'For a transit gateway exactly the allowed prefixes are announced to the site, none when the list is empty, and lists of several transit gateways must not overlap. For a virtual private gateway they are a filter: the block of a VPC passes only when a listed prefix covers it whole.',
  remedy: 'List the blocks of the VPCs, or wider prefixes that cover them.',
  sources: [
    { fact: 'F-DX-45', checked: CHECKED },
    { fact: 'F-ADDR-34', checked: CHECKED },
  ],
  messages: {
    empty: '{association} allows no prefix, so {gateway} announces nothing of {hub} to the sites.',
    narrow: '{association} allows {allowed}, which does not cover {missing} of {vpc}: the sites never learn of it.',
    overlap: '{inner} that {association} allows overlaps {outer} of {other}, and {gateway} takes no overlap between transit gateways.',
  },
  checkEach: {
    *'direct-connect-gateway-association'(association, { index }) {
      const hub = index.getOf('transit-gateway', association.TransitGatewayId)
      const gateway = index.getOf('vpn-gateway', association.VpnGatewayId)
      if (hub) yield* checkHub(index, association, hub)
      else if (gateway) yield* checkVpc(index, association, gateway)
    },
    *'direct-connect-gateway'(gateway, { index }) {
      const lists = referrersOf(index, 'direct-connect-gateway-association', gateway.id).filter(({ TransitGatewayId }) => TransitGatewayId !== undefined)
      for (const { inner, outer } of findOverlaps(lists.flatMap((holder) => parsePrefixes(holder.AllowedPrefixes).map((prefix) => ({ prefix, holder }))))) {
        const slots = { inner: formatPrefix(inner.prefix), association: displayName(inner.holder), outer: formatPrefix(outer.prefix), other: displayName(outer.holder), gateway: displayName(gateway) }
        yield { message: 'overlap', slots, resources: [inner.holder.id, outer.holder.id, gateway.id], field: 'AllowedPrefixes' }
      }
    },
  },
})
