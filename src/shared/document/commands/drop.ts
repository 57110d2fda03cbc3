import type { ResourceId } from '../../model/id.ts'
import { definitionOf, type Resource, type ResourceOf } from '../../model/index.ts'
import { mapReferences } from '../../model/reference.ts'
import { containsAddress, containsPrefix, overlaps, parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import { parseAddress } from '../../net/address.ts'
import type { Edit } from '../edit.ts'
import { boxOf, type HolderId, holderOf } from '../groups.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { freeSubnetCidr } from './addresses.ts'
import { Draft } from './draft.ts'
import { holdingFields } from './holding.ts'
import { placeVpc } from './region.ts'

/** Kinds whose references to subnets, hosts and gateways only make sense inside their own VPC. */
const VPC_BOUND = new Set(['route-table', 'network-acl', 'transit-gateway-vpc-attachment', 'vpc-endpoint'])

/** The VPC that a resource is in, by way of its subnet where it has one. */
function vpcOf(draft: Draft, resource: Resource | undefined): ResourceId | undefined {
  if (resource === undefined) return undefined
  if ('VpcId' in resource) return resource.VpcId
  if ('SubnetId' in resource && resource.SubnetId) return vpcOf(draft, draft.resource(resource.SubnetId))
  if (resource.kind === 'internet-gateway') return resource.Attachments[0]?.VpcId
  return resource.kind === 'vpn-gateway' ? resource.VpcAttachments[0]?.VpcId : undefined
}

/** Drops references that now cross from one VPC into another, both ways. */
function cutCrossing(draft: Draft, moved: readonly ResourceId[]): void {
  const { index } = draft
  const set = new Set(moved)
  for (const id of moved) {
    const resource = draft.resource(id)
    const home = vpcOf(draft, resource)
    if (resource && 'SecurityGroupIds' in resource) draft.put(mapReferences(resource, (target) => (index.getOf('security-group', target) && index.getOf('security-group', target)?.VpcId !== home ? undefined : target)))
    for (const { resource: referrer } of index.referrers(id)) {
      const current = draft.resource(referrer.id)
      if (current && VPC_BOUND.has(current.kind) && vpcOf(draft, current) !== home) draft.put(mapReferences(current, (target) => (set.has(target) ? undefined : target)))
    }
  }
}

/** A block for a subnet that came into another VPC: its own where that fits, else a free one. */
function fittingBlock(index: DesignIndex, subnet: ResourceOf<'subnet'>, vpc: ResourceId): string | undefined {
  const own = subnet.CidrBlock === undefined ? undefined : parsePrefix(subnet.CidrBlock)
  const siblings = parsePrefixes(index.childrenOf('subnet', vpc).flatMap((other) => (other.id === subnet.id ? [] : (other.CidrBlock ?? []))))
  const fits = own && parsePrefixes(index.getOf('vpc', vpc)?.CidrBlocks ?? []).some((block) => containsPrefix(block, own)) && !siblings.some((other) => overlaps(other, own))
  return fits ? subnet.CidrBlock : (freeSubnetCidr(index, vpc) ?? subnet.CidrBlock)
}

function dropOne(draft: Draft, resource: Resource, holder: HolderId | undefined): void {
  const { index } = draft
  if (resource.kind === 'vpc') {
    const box = holder === undefined ? undefined : boxOf(index, holder)
    return placeVpc(draft, resource.id, box?.Region, box?.OwnerId)
  }
  const fields = holdingFields(index, resource.kind, holder)
  draft.update(resource.id, fields)
  if (resource.kind === 'subnet') {
    const vpc = fields['VpcId'] as ResourceId
    if (vpc === resource.VpcId) return
    draft.update(resource.id, { CidrBlock: fittingBlock(index, resource, vpc) })
    cutCrossing(draft, [resource.id, ...index.children(resource.id).map((child) => child.id)])
  } else if (resource.kind === 'customer-gateway') {
    draft.update(resource.id, { ispLinks: resource.ispLinks.filter((link) => index.getOf('isp-link', link)?.site === holder) })
  } else if (definitionOf(resource.kind).parents.some((parent) => parent === 'subnet' || parent === 'vpc')) {
    leaveSubnet(draft, resource, fields['SubnetId'] as ResourceId | undefined)
    cutCrossing(draft, [resource.id])
  }
}

/** A private address outside the new subnet's block is of no use there. */
function leaveSubnet(draft: Draft, resource: Resource, subnet: ResourceId | undefined): void {
  if (!('PrivateIpAddress' in resource) || resource.PrivateIpAddress === undefined) return
  const block = parsePrefix(draft.index.getOf('subnet', subnet)?.CidrBlock ?? '')
  const address = parseAddress(resource.PrivateIpAddress)
  if (block && address && !containsAddress(block, address)) draft.update(resource.id, { PrivateIpAddress: undefined, SecondaryPrivateIpAddresses: undefined })
}

/**
 * Puts resources into a holder (undefined: the bare canvas), as far as `canDrop` allows; what is in it already stays as it is.
 * References that would cross from one VPC into another are dropped, blocks and zone names follow where they must.
 */
export function dropInto(index: DesignIndex, ids: Iterable<ResourceId>, holder: HolderId | undefined): Edit {
  const draft = new Draft(index)
  const names: string[] = []
  for (const id of ids) {
    const resource = index.get(id)
    if (!resource || holderOf(index, id) === holder) continue
    dropOne(draft, resource, holder)
    names.push(displayName(resource))
  }
  const target = holder === undefined ? 'the canvas' : boxOf(index, holder)?.label || nameOf(index, holder)
  return draft.edit(`Move ${names.length === 1 ? names[0] : `${names.length} things`} to ${target}`)
}

function nameOf(index: DesignIndex, id: HolderId): string {
  const resource = index.get(id as ResourceId)
  return resource ? displayName(resource) : 'a group'
}
