import { displayName } from '../../../document/query.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { parseProtocol, protocolName } from '../../../net/protocol.ts'
import type { Emission } from '../emission.ts'
import { canonical, defineEmitter, nameTags } from '../emitter.ts'
import { pascalCase } from '../names.ts'
import { refTo, type Properties } from '../value.ts'

type Group = ResourceOf<'security-group'>
type Permission = Group['IpPermissions'][number]
type Direction = 'Ingress' | 'Egress'

const DESCRIPTION = /[^a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]/g

/** Protocol and ports as the EC2 API wants them: TCP and UDP always with ports, ICMP with type and code, others without. */
function protocolOf(permission: Permission): Properties | undefined {
  const { FromPort, ToPort } = permission
  if (permission.IpProtocol === '-1' || permission.IpProtocol === 'all') return { IpProtocol: '-1' }
  const number = parseProtocol(permission.IpProtocol)
  if (number === undefined) return undefined
  const IpProtocol = [1, 6, 17, 58].includes(number) ? protocolName(number) : String(number)
  if (number === 6 || number === 17) {
    const whole = FromPort === undefined || FromPort < 0
    return { IpProtocol, FromPort: whole ? 0 : FromPort, ToPort: whole ? 65_535 : (ToPort ?? FromPort) }
  }
  return number === 1 || number === 58 ? { IpProtocol, FromPort: FromPort ?? -1, ToPort: ToPort ?? -1 } : { IpProtocol }
}

/** Protocol and ports as part of a logical id: `Tcp8080`, `Udp1To99`, `All`. */
function trafficWord(traffic: Properties): string {
  const word = (value: unknown) => (value === undefined || String(value) === '-1' ? 'All' : pascalCase(String(value)))
  const { IpProtocol, FromPort, ToPort } = traffic
  if (FromPort === undefined) return word(IpProtocol)
  return `${word(IpProtocol)}${word(FromPort)}${ToPort === FromPort ? '' : `To${word(ToPort)}`}`
}

/** Rules about addresses and prefix lists stand in the group; rules about groups are resources of their own, since groups may name each other. */
function rules(group: Group, direction: Direction, to: Emission): Properties[] {
  const id = to.names.of(group.id)
  const inline: Properties[] = []
  const peer = direction === 'Ingress' ? { list: 'SourcePrefixListId', group: 'SourceSecurityGroupId' } : { list: 'DestinationPrefixListId', group: 'DestinationSecurityGroupId' }
  const made = new Set<string>()
  for (const permission of direction === 'Ingress' ? group.IpPermissions : group.IpPermissionsEgress) {
    const traffic = protocolOf(permission)
    if (!traffic) {
      to.skip(group, `a rule is left out: ${permission.IpProtocol} is no protocol`)
      continue
    }
    const describe = (text: string | undefined) => (text ? { Description: text.replace(DESCRIPTION, '-') } : {})
    for (const { CidrIp, Description } of permission.IpRanges ?? []) inline.push({ ...traffic, CidrIp: canonical(CidrIp), ...describe(Description) })
    for (const { CidrIpv6, Description } of permission.Ipv6Ranges ?? []) inline.push({ ...traffic, CidrIpv6: canonical(CidrIpv6), ...describe(Description) })
    for (const { PrefixListId } of permission.PrefixListIds ?? []) if (to.isExported(PrefixListId)) inline.push({ ...traffic, [peer.list]: to.ref(PrefixListId) })
    for (const { GroupId } of permission.UserIdGroupPairs ?? []) {
      if (!to.isExported(GroupId)) continue
      const name = to.names.part(group.id, `${direction}${trafficWord(traffic)}${to.names.of(GroupId)}`)
      if (!made.has(name)) to.add(name, `AWS::EC2::SecurityGroup${direction}`, { GroupId: refTo(id), ...traffic, [peer.group]: to.ref(GroupId) })
      made.add(name)
    }
  }
  const seen = new Set<string>()
  return inline.filter((rule) => {
    const key = JSON.stringify({ ...rule, Description: undefined })
    return !seen.has(key) && seen.add(key)
  })
}

/** Without a rule of its own a group lets everything out; this one matches nothing that leaves a host. */
const NOTHING_OUT: Properties = { IpProtocol: '-1', CidrIp: '127.0.0.1/32', Description: 'Takes the place of the rule that lets everything out' }

/** A security group with its rules (F-CFN-40 to F-CFN-42). */
export const securityGroup = defineEmitter({
  kind: 'security-group',
  emit(group, to) {
    const inbound = rules(group, 'Ingress', to)
    const outbound = rules(group, 'Egress', to)
    to.add(to.names.of(group.id), 'AWS::EC2::SecurityGroup', {
      GroupDescription: (group.Description || displayName(group)).replace(DESCRIPTION, '-').slice(0, 255),
      VpcId: to.ref(group.VpcId),
      SecurityGroupIngress: inbound.length > 0 ? inbound : undefined,
      SecurityGroupEgress: outbound.length > 0 ? outbound : [NOTHING_OUT],
      Tags: nameTags(group.name),
    })
  },
})
