import type { ResourceOf } from '../../model/index.ts'
import type { ImportContext } from '../context.ts'
import { cidrIn, nameOf, oneOf } from '../fields.ts'
import { type AclEntryItem, networkAcls } from '../items/filter.ts'
import { subnets, vpcs } from '../items/vpc.ts'

type Entry = ResourceOf<'network-acl'>['Entries'][number]

/** Number of the closing deny entry that AWS lists in every ACL (32768 for IPv6); the model implies it. */
const FINAL_RULE = 32_767

const isPort = (value: number | undefined): value is number => value !== undefined && value >= -1 && value <= 65_535

function readEntry(entry: AclEntryItem): Entry | undefined {
  const { RuleNumber, Egress, Protocol, PortRange, IcmpTypeCode } = entry
  const RuleAction = oneOf(entry.RuleAction, ['allow', 'deny'])
  const CidrBlock = cidrIn(entry.CidrBlock, 4)
  const Ipv6CidrBlock = cidrIn(entry.Ipv6CidrBlock, 6)
  const numbered = RuleNumber !== undefined && RuleNumber >= 1
  if (!numbered || Egress === undefined || !RuleAction || !Protocol || !/^(-1|\d{1,3})$/.test(Protocol) || (!CidrBlock && !Ipv6CidrBlock)) return undefined
  return {
    RuleNumber,
    Egress,
    Protocol,
    RuleAction,
    ...(CidrBlock ? { CidrBlock } : {}),
    ...(Ipv6CidrBlock ? { Ipv6CidrBlock } : {}),
    ...(isPort(PortRange?.From) && isPort(PortRange.To) ? { PortRange: { From: PortRange.From, To: PortRange.To } } : {}),
    ...(IcmpTypeCode?.Type !== undefined && IcmpTypeCode.Code !== undefined ? { IcmpTypeCode: { Type: IcmpTypeCode.Type, Code: IcmpTypeCode.Code } } : {}),
  }
}

/** Network ACLs, without the closing deny entries. */
export function importNetworkAcls(context: ImportContext): void {
  for (const found of context.all(networkAcls)) {
    const { item } = found
    const VpcId = context.ref(vpcs, item.VpcId, found)
    if (VpcId === undefined) {
      context.skip(found, context.missing('VPC', item.VpcId))
      continue
    }
    const stated = item.Entries.filter((entry) => (entry.RuleNumber ?? 0) < FINAL_RULE)
    const Entries = stated.flatMap((entry) => readEntry(entry) ?? [])
    if (Entries.length < stated.length) context.note(found, `${stated.length - Entries.length} of its ${stated.length} entries cannot be read and are left out`)
    context.put('network-acl', found, {
      name: nameOf(found, item.Tags),
      VpcId,
      IsDefault: item.IsDefault,
      Associations: item.Associations.flatMap((association) => context.ref(subnets, association.SubnetId, found) ?? []).map((SubnetId) => ({ SubnetId })),
      Entries,
    })
  }
}
