import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import type { Flow } from '../../../../../src/shared/simulation/types.ts'
import { Sketch } from '../sketch.ts'
import { asked } from './asked.ts'

const web = (from: Flow['from'], to: ResourceId | 'internet'): Flow => ({ from, to, protocol: 6, port: 443 })
const id = (text: string) => text as ResourceId

/** Two hosts in one VPC, in subnets of their own. */
function pair() {
  const sketch = new Sketch()
  const { vpc, subnets, table } = sketch.vpc('prod', '10.1.0.0/16', ['a', 'b'])
  const host = (name: string, position: number, fields = {}) => sketch.add('instance', name, { SubnetId: subnets[position], PrivateIpAddress: `10.1.${position + 1}.10`, ...fields })
  return { sketch, vpc, subnets, table, host }
}

describe('what would let a flow through a VPC', () => {
  it('works already', () => {
    const { sketch, host } = pair()
    expect(asked(sketch.design(), web(host('client', 0), host('server', 1))).answer).toMatchObject({ outcome: 'works', alternatives: [] })
  })

  it('a security group rule for exactly this flow, into the receiver and out of the sender', () => {
    const { sketch, vpc, host } = pair()
    const closed = sketch.add('security-group', 'web', { VpcId: vpc })
    const mute = sketch.add('security-group', 'jobs', { VpcId: vpc, IpPermissionsEgress: [] })
    const { words, answer } = asked(sketch.design(), web(host('client', 0, { SecurityGroupIds: [mute] }), host('server', 1, { SecurityGroupIds: [closed] })))
    expect(words).toEqual([['allow tcp/443 to 10.1.2.10/32 out of jobs', 'allow tcp/443 from 10.1.1.10/32 into web']])
    expect(answer).toMatchObject({ outcome: 'changes', isSmallest: true, reason: 'a security group drops it: no outbound rule lets it through' })
    expect(answer.alternatives[0]?.changes[1]).toMatchObject({ resources: ['security-group:web', 'instance:server'], edit: { changes: [{ op: 'set', id: 'security-group:web', field: 'IpPermissions' }] } })
  })

  it('prefers the group that nobody else has', () => {
    const { sketch, vpc, subnets, host } = pair()
    const [all, own] = ['a-shared', 'own'].map((name) => sketch.add('security-group', name, { VpcId: vpc }))
    sketch.add('instance', 'other', { SubnetId: subnets[1], SecurityGroupIds: [all] })
    const { words } = asked(sketch.design(), web(host('client', 0), host('server', 1, { SecurityGroupIds: [all, own] })))
    expect(words).toEqual([['allow tcp/443 from 10.1.1.10/32 into own'], ['allow tcp/443 from 10.1.1.10/32 into a-shared']])
  })

  it('network ACL entries there and back as one change, ahead of the entry that denies', () => {
    const { sketch, vpc, subnets, host } = pair()
    const deny = [false, true].map((Egress) => ({ RuleNumber: 90, Egress, Protocol: '-1', RuleAction: 'deny', CidrBlock: '10.1.0.0/16' }))
    sketch.add('network-acl', 'guard', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }], Entries: deny })
    const { words, answer } = asked(sketch.design(), web(host('client', 0), host('server', 1)))
    expect(words).toEqual([['allow tcp/443 from 10.1.1.10/32 into the subnets of guard (rule 80), and allow tcp/1024-65535 to 10.1.1.10/32 out of the subnets of guard (rule 80)']])
    expect(answer.alternatives[0]?.changes[0]?.edit.changes).toHaveLength(2)
  })

  it('a network ACL entry where the numbers before the denial are taken', () => {
    const { sketch, vpc, subnets, host } = pair()
    const entry = (RuleNumber: number, RuleAction: string, Protocol = '-1') => ({ RuleNumber, Egress: false, Protocol, RuleAction, CidrBlock: '0.0.0.0/0' })
    sketch.add('network-acl', 'guard', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }], Entries: [entry(2, 'allow', '17'), entry(3, 'deny'), { ...entry(100, 'allow'), Egress: true }] })
    expect(asked(sketch.design(), web(host('client', 0), host('server', 1))).words).toEqual([['allow tcp/443 from 10.1.1.10/32 into the subnets of guard (rule 1)']])
  })

  it('lets a ping through by its types', () => {
    const { sketch, vpc, subnets, host } = pair()
    const closed = sketch.add('security-group', 'web', { VpcId: vpc })
    sketch.add('network-acl', 'guard', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }], Entries: [] })
    const { words } = asked(sketch.design(), { from: host('client', 0), to: host('server', 1, { SecurityGroupIds: [closed] }), protocol: 1 })
    expect(words).toEqual([['allow icmp type 8 from 10.1.1.10/32 into the subnets of guard (rule 10), and allow icmp type 0 to 10.1.1.10/32 out of the subnets of guard (rule 10)', 'allow icmp type 8 from 10.1.1.10/32 into web']])
  })

  it('starts an instance, and switches off the check of one that forwards', () => {
    const { sketch, table, subnets, host } = pair()
    const firewall = host('firewall', 1, { stopped: true })
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '172.16.0.0/12', target: firewall }] })
    const open = sketch.add('route-table', 'inspected', { VpcId: id('vpc:prod'), Associations: [{ SubnetId: subnets[1] }] })
    const far = sketch.vpc('far', '172.16.0.0/16', ['a'])
    const peering = sketch.add('vpc-peering-connection', 'pcx', { RequesterVpcId: id('vpc:prod'), AccepterVpcId: far.vpc })
    sketch.set(open, { Routes: [{ DestinationCidrBlock: '172.16.0.0/16', target: peering }] })
    sketch.set(far.table, { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: peering }] })
    const { words } = asked(sketch.design(), web(host('client', 0), far.subnets[0] as ResourceId))
    expect(words).toContainEqual(['add 172.16.0.0/16 → pcx to prod-main'])
    sketch.set(table, { Routes: [{ DestinationCidrBlock: '172.16.0.0/16', target: firewall }] })
    sketch.set(firewall, { SourceDestCheck: false })
    expect(asked(sketch.design(), web(id('instance:client'), far.subnets[0] as ResourceId)).words[0]).toEqual(['start firewall'])
    sketch.set(firewall, { SourceDestCheck: true, stopped: false })
    expect(asked(sketch.design(), web(id('instance:client'), far.subnets[0] as ResourceId)).words[0]).toEqual(['switch off the source/destination check of firewall'])
  })

  it('the ends themselves when one is stopped', () => {
    const { sketch, host } = pair()
    expect(asked(sketch.design(), web(host('client', 0), host('server', 1, { stopped: true }))).words).toEqual([['start server']])
  })

  it('another table of the VPC, or the route that it has', () => {
    const { sketch, vpc, subnets, host } = pair()
    const igw = sketch.add('internet-gateway', 'igw', { Attachments: [{ VpcId: vpc }] })
    sketch.add('route-table', 'public', { VpcId: vpc, Associations: [{ SubnetId: subnets[1] }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: igw }] })
    const { words } = asked(sketch.design(), web(host('client', 0, { PublicIpAddress: '198.51.100.7' }), 'internet'))
    expect(words).toEqual([['associate prod-a with public'], ['add 0.0.0.0/0 → igw to prod-main']])
  })

  it('what it takes to reach a host from the internet', () => {
    const { sketch, vpc, host } = pair()
    const closed = sketch.add('security-group', 'web', { VpcId: vpc })
    const { words } = asked(sketch.design(), web('internet', host('server', 1, { SecurityGroupIds: [closed] })))
    expect(words.map((list) => [...list].sort())).toEqual([
      ['add 0.0.0.0/0 → prod IGW to prod-main', 'allow tcp/443 from 0.0.0.0/0 into web', 'give prod an internet gateway', 'give server a public IPv4 address (198.51.100.1 stands for the one that AWS assigns)'],
    ])
  })

  it('takes an internet gateway that is attached to nothing, and addresses at launch', () => {
    const { sketch, subnets } = pair()
    sketch.add('internet-gateway', 'spare')
    sketch.set(subnets[0] as ResourceId, { MapPublicIpOnLaunch: false })
    expect(asked(sketch.design(), web(subnets[0] as ResourceId, 'internet')).words.map((list) => [...list].sort())).toEqual([['add 0.0.0.0/0 → spare to prod-main', 'attach spare to prod', 'give hosts of prod-a public IPv4 addresses at launch']])
  })

  it('the tables of a gateway endpoint', () => {
    const { sketch, vpc, subnets } = pair()
    const list = sketch.add('prefix-list', 's3', { Entries: [{ Cidr: '52.216.0.0/15' }] })
    const endpoint = sketch.add('vpc-endpoint', 's3-endpoint', { VpcId: vpc, prefixList: list })
    expect(asked(sketch.design(), web(subnets[0] as ResourceId, endpoint)).words[0]).toEqual(['add prod-main to the tables of s3-endpoint'])
  })

  it('a main table that was not drawn', () => {
    const sketch = new Sketch()
    const [a, b] = ['10.1.0.0/16', '10.2.0.0/16'].map((cidr, number) => {
      const vpc = sketch.add('vpc', `v${number}`, { CidrBlocks: [cidr] })
      return { vpc, subnet: sketch.add('subnet', `s${number}`, { VpcId: vpc, CidrBlock: cidr.replace('0.0/16', '1.0/24') }) }
    }) as [{ vpc: ResourceId; subnet: ResourceId }, { vpc: ResourceId; subnet: ResourceId }]
    const peering = sketch.add('vpc-peering-connection', 'pcx', { RequesterVpcId: a.vpc, AccepterVpcId: b.vpc })
    sketch.add('route-table', 'back', { VpcId: b.vpc, Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '10.1.0.0/16', target: peering }] })
    expect(asked(sketch.design(), web(a.subnet, b.subnet)).words).toEqual([['give v0 a main route table', 'add 10.2.0.0/16 → pcx to v0 main']])
  })
})
