import { displayName } from '../../../document/query.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { parseProtocol } from '../../../net/protocol.ts'
import type { Emission } from '../emission.ts'
import { canonical, defineEmitter, nameTags } from '../emitter.ts'
import { refTo, type Properties } from '../value.ts'

type Acl = ResourceOf<'network-acl'>
type Entry = Acl['Entries'][number]

/** The last number, which AWS keeps for the final deny. */
const FINAL = 32_767

/** Protocol with the ports or ICMP type that it needs (F-CFN-45); undefined for no protocol. */
function trafficOf(entry: Entry): Properties | undefined {
  const number = entry.Protocol === '-1' || entry.Protocol === 'all' ? -1 : parseProtocol(entry.Protocol)
  if (number === undefined) return undefined
  if (number === 6 || number === 17) {
    const { From, To } = entry.PortRange ?? { From: -1, To: -1 }
    return { Protocol: number, PortRange: From < 0 || To < 0 ? { From: 0, To: 65_535 } : { From, To } }
  }
  if (number === 1 || number === 58) return { Protocol: number, Icmp: entry.IcmpTypeCode ?? { Type: -1, Code: -1 } }
  return { Protocol: number }
}

function emitEntry(acl: Acl, entry: Entry, seen: Set<string>, to: Emission): void {
  if (entry.RuleNumber === FINAL) return
  const words = `${entry.Egress ? 'Out' : 'In'}${entry.RuleNumber}`
  const leave = (reason: string) => to.skip(acl, `rule ${entry.RuleNumber} ${entry.Egress ? 'out' : 'in'} is left out: ${reason}`)
  const traffic = trafficOf(entry)
  if (!traffic) return leave(`${entry.Protocol} is no protocol`)
  if ((entry.CidrBlock === undefined) === (entry.Ipv6CidrBlock === undefined)) return leave('it needs either an IPv4 or an IPv6 block')
  if (seen.has(words)) return leave('the number is taken')
  seen.add(words)
  to.add(to.names.part(acl.id, words), 'AWS::EC2::NetworkAclEntry', {
    NetworkAclId: refTo(to.names.of(acl.id)),
    RuleNumber: entry.RuleNumber,
    Egress: entry.Egress,
    ...traffic,
    RuleAction: entry.RuleAction,
    CidrBlock: entry.CidrBlock === undefined ? undefined : canonical(entry.CidrBlock),
    Ipv6CidrBlock: entry.Ipv6CidrBlock === undefined ? undefined : canonical(entry.Ipv6CidrBlock),
  })
}

/** A network ACL with entries and subnets (F-CFN-44 to F-CFN-46). The default one becomes an ordinary one for every subnet it serves. */
export const networkAcl = defineEmitter({
  kind: 'network-acl',
  emit(acl, to) {
    const id = to.names.of(acl.id)
    to.add(id, 'AWS::EC2::NetworkAcl', { VpcId: to.ref(acl.VpcId), Tags: nameTags(acl.name) })
    const seen = new Set<string>()
    for (const entry of acl.Entries) emitEntry(acl, entry, seen, to)
    const served = to.index.childrenOf('subnet', acl.VpcId).filter((subnet) => to.index.networkAclOf(subnet)?.id === acl.id)
    for (const subnet of served) to.add(to.names.part(acl.id, `Serves${to.names.of(subnet.id)}`), 'AWS::EC2::SubnetNetworkAclAssociation', { NetworkAclId: refTo(id), SubnetId: to.ref(subnet.id) })
    for (const { SubnetId } of acl.Associations) {
      if (!served.some((subnet) => subnet.id === SubnetId)) to.skip(acl, `its association of ${SubnetId} is left out: the subnet has another network ACL, or is in another VPC`)
    }
    if (acl.IsDefault === true) to.manual(`Change the rules of the VPC's default network ACL by hand if later subnets shall have those of ${displayName(acl)}: the template makes an ordinary one and associates every subnet of the design explicitly.`)
  },
})
