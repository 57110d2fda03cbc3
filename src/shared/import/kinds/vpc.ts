import type { ImportContext } from '../context.ts'
import { blockModeIn, cidrIn, isLeaving, nameOf, oneOf, placeFieldsOf, unique } from '../fields.ts'
import { ENCRYPTION_EXCLUSIONS, peerings, vpcs } from '../items/vpc.ts'

type VpcItem = Parameters<typeof vpcs.identify>[0]

const EXCLUDED = { InternetGateway: 'internet-gateway', EgressOnlyInternetGateway: 'egress-only-internet-gateway', NatGateway: 'nat-gateway', VirtualPrivateGateway: 'vpn-gateway', VpcPeering: 'vpc-peering-connection' } as const

/** Encryption control that is in force, and what is left out of it. */
function encryptionOf({ EncryptionControl: control }: VpcItem) {
  if (control?.State !== 'available') return {}
  const excluded = ENCRYPTION_EXCLUSIONS.filter((name) => control.ResourceExclusions?.[name]?.State === 'enabled').map((name) => EXCLUDED[name])
  return { encryptionControl: oneOf(control.Mode, ['monitor', 'enforce']), encryptionExclusions: excluded.length > 0 ? excluded : undefined }
}

/** VPCs, and placeholders for the far ends of peerings with other accounts or Regions, of which AWS tells the CIDRs only (F-API-42). */
export function importVpcs(context: ImportContext): void {
  for (const found of context.all(vpcs)) {
    const { item } = found
    const blocks = item.CidrBlockAssociationSet.filter((block) => !isLeaving(block.CidrBlockState?.State)).map((block) => cidrIn(block.CidrBlock, 4))
    const CidrBlocks = unique([cidrIn(item.CidrBlock, 4), ...blocks])
    if (CidrBlocks.length === 0) {
      context.skip(found, 'it has no readable IPv4 CIDR block')
      continue
    }
    context.put('vpc', found, {
      name: nameOf(found, item.Tags),
      ...placeFieldsOf(found),
      CidrBlocks,
      Ipv6CidrBlocks: unique(item.Ipv6CidrBlockAssociationSet.filter((block) => !isLeaving(block.Ipv6CidrBlockState?.State)).map((block) => cidrIn(block.Ipv6CidrBlock, 6))),
      InternetGatewayBlockMode: blockModeIn(item.BlockPublicAccessStates),
      InstanceTenancy: oneOf(item.InstanceTenancy, ['dedicated', 'host']),
      ...encryptionOf(item),
    })
  }
  for (const peering of context.all(peerings)) {
    for (const side of [peering.item.RequesterVpcInfo, peering.item.AccepterVpcInfo]) {
      if (!side?.VpcId || side.VpcId.length > 120 || context.isGone(side.VpcId) || context.find(vpcs, side.VpcId)) continue
      const blocks = unique([cidrIn(side.CidrBlock, 4), ...side.CidrBlockSet.map((block) => cidrIn(block.CidrBlock, 4))])
      if (blocks.length === 0) continue
      addPlaceholderVpc(context, side.VpcId, { account: side.OwnerId, region: side.Region }, blocks, unique(side.Ipv6CidrBlockSet.map((block) => cidrIn(block.Ipv6CidrBlock, 6))))
      context.note(peering, `assumed: ${side.VpcId} of account ${side.OwnerId ?? 'unknown'} is a placeholder with the CIDRs that the peering names`)
    }
  }
}

/** Adds a VPC that the import only knows by its blocks. */
export function addPlaceholderVpc(context: ImportContext, awsId: string, place: { account?: string | undefined; region?: string | undefined }, blocks: readonly string[], ipv6: readonly string[] = []): void {
  const { account, region } = place
  const where = { ...(account ? { account } : {}), ...(region ? { region } : {}) }
  const item = vpcs.schema.parse({ VpcId: awsId, CidrBlock: blocks[0], CidrBlockAssociationSet: blocks.map((CidrBlock) => ({ CidrBlock })) })
  const found = context.add(vpcs, awsId, item, where)
  context.put('vpc', found, {
    name: awsId,
    notes: 'Known from the other end only: its subnets and tables are not in the import.',
    ...placeFieldsOf(where),
    CidrBlocks: blocks,
    Ipv6CidrBlocks: ipv6,
  })
}
