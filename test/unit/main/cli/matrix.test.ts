import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { hubOf } from '../../../bench/network.ts'
import { usersAndServices } from '../../shared/simulation/matrix/users-and-services.ts'
import { Sketch } from '../../shared/simulation/sketch.ts'
import { newFolder, run } from './run.ts'

interface Json {
  readonly failed: readonly string[]
  readonly ends: readonly { readonly id: string; readonly container: string | null; readonly class: number }[]
  readonly answers: readonly { readonly mark: string; readonly there: string; readonly back?: string; readonly traffic: readonly string[]; readonly groups: readonly { readonly works: boolean | null; readonly detail: string; readonly where: unknown }[] }[]
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly pairs: readonly (readonly number[])[]
}

/** A site behind one router; a VPC whose subnet a takes half of the site's network only, and a web host there that takes https. */
function writeSketch(): string {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
  const { vpc, subnets: [a] } = sketch.vpc('prod', '10.0.0.0/16', ['a', 'b'], { propagating: [vgw] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  const hq = sketch.site('hq', '192.168.0.0/24', ['isp'])
  const router = sketch.add('customer-gateway', 'router', { site: hq })
  sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: router, VpnGatewayId: vgw })
  const web = sketch.add('security-group', 'web', { VpcId: vpc, IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }], IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] })
  sketch.add('instance', 'web-1', { SubnetId: a, PrivateIpAddress: '10.0.1.10', SecurityGroupIds: [web] })
  const allow = { RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0' }
  sketch.add('network-acl', 'half', { VpcId: vpc, Associations: [{ SubnetId: a }], Entries: [{ ...allow, Egress: true }, { ...allow, Egress: false }, { ...allow, RuleNumber: 10, Egress: false, RuleAction: 'deny', CidrBlock: '192.168.0.128/25' }] })
  const path = join(newFolder(), 'matrix.causeway.json')
  writeFileSync(path, serializeDesign(sketch.design()))
  return path
}

const json = async (...argv: string[]): Promise<Json> => JSON.parse((await run('simulate', ...argv, '--matrix', '--json')).out) as Json

describe('simulate --matrix', () => {
  const path = writeSketch()

  it('shows who reaches whom, and which addresses do not and why', async () => {
    const { exit, out, err } = await run('simulate', path, '--matrix')
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out.split('\n').slice(0, 4)).toEqual(['                 1 2 3', '1 hq             ✓ ◐ ✓', '2 prod / prod-a  ◐ ✓ ✓', '3 prod / prod-b  ✓ ✓ ✓'])
    const reasons = out.replaceAll(/\s+/g, ' ')
    expect(reasons).toContain('◐ hq -> prod / prod-a')
    expect(reasons).toContain('✗ 192.168.0.128/25 -> all: at prod-a: a network ACL drops it: rule 10: deny all traffic from 192.168.0.128/25')
    expect(reasons).toContain('✓ 192.168.0.0/25 -> web-1 (10.0.1.10): tcp/443')
    expect(reasons).toContain('✓ 192.168.0.0/25 -> 10.0.1.4-10.0.1.9, 10.0.1.11-10.0.1.254: everything')
    // Packets from that half arrive nowhere, and replies to it do leave.
    expect(reasons).toContain('◐ prod / prod-a -> hq')
    expect(reasons).toContain('the reply fails at prod-a: a network ACL drops it')
    expect(reasons).toContain('9 pairs, rows send to columns: 7 ✓, 2 ◐, 0 ✗, 0 ?')
  })

  it('answers for every pair in JSON', async () => {
    const { ends, answers, pairs, failed } = await json(path)
    expect(failed).toEqual([])
    expect(ends).toMatchObject([{ id: 'site:hq', container: null }, { id: 'subnet:prod-a', container: 'vpc:prod' }, { id: 'subnet:prod-b' }])
    const marks = pairs.map((row) => row.map((number) => answers[number]?.mark))
    expect(marks).toEqual([['all', 'some', 'all'], ['some', 'all', 'all'], ['all', 'all', 'all']])
    expect(answers[pairs[1]?.[0] ?? -1]).toMatchObject({ mark: 'some', there: 'all', back: 'some' })
    expect(answers[pairs[2]?.[1] ?? -1]?.traffic).toEqual(['everything', 'tcp/443'])
  })

  it('has rows for user groups and columns for services', async () => {
    const people = join(newFolder(), 'people.causeway.json')
    writeFileSync(people, serializeDesign(usersAndServices()))
    const { exit, out } = await run('simulate', people, '--matrix')
    expect(exit).toBe(0)
    expect(out.split('\n').slice(0, 6)).toEqual(['                 1 3 4 5 6 7 8 9', '1 office         ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓', '2 travellers     ◐ ◐ ✓ ◐ ✓ ✓ ✓ ✓', '3 hq             ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓', '4 prod / prod-a  ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓', '5 prod / prod-b  ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓'])
    expect(out).toContain('Columns only, reached when one of their interfaces is:\n6 prod / queue\n7 prod / shop\n8 prod / shop-nlb\n9 prod / shop-service\n')
    expect(out.replaceAll(/\s+/g, ' ')).toContain('✗ 172.24.0.0/22 by dial-in -> all: at dial-in: no authorization rule lets these users reach 10.0.2.4')
    expect(out).toContain('40 pairs, rows send to columns: 37 ✓, 3 ◐, 0 ✗, 0 ?')
    const { rows, columns, pairs, answers } = await json(people)
    expect(rows).toEqual(['user-group:office', 'user-group:travellers', 'site:hq', 'subnet:prod-a', 'subnet:prod-b'])
    expect(columns).toEqual(['user-group:office', 'site:hq', 'subnet:prod-a', 'subnet:prod-b', 'vpc-endpoint:queue', 'vpc-endpoint:shop', 'load-balancer:shop-nlb', 'vpc-endpoint-service:shop-service'])
    expect([pairs.length, ...new Set(pairs.map((row) => row.length))]).toEqual([5, 8])
    expect(answers[pairs[1]?.[3] ?? -1]?.mark).toBe('some')
  })

  it('takes elements down first', async () => {
    const { out } = await run('simulate', path, '--matrix', '--fail', 'router')
    expect(out).toContain('With router down')
    expect(out.split('\n').slice(3, 5)).toEqual(['1 hq             ✓ ✗ ✗', '2 prod / prod-a  ✗ ✓ ✓'])
    expect((await json(path, '--fail', 'router')).failed).toEqual(['customer-device:customer-gateway:router'])
  })

  it('shows many like ends as one row, and still answers for each in JSON', async () => {
    const hub = join(newFolder(), 'hub.causeway.json')
    writeFileSync(hub, serializeDesign(hubOf(40)))
    expect((await run('simulate', hub, '--matrix')).out).toContain('\n4 v0000 / v0000-a (40 alike)  ✓ ✓ ✓ ◐ ◐\n')
    const { pairs, answers, ends } = await json(hub)
    expect([pairs.length, ends.length]).toEqual([83, 83])
    const at = (id: string) => ends.findIndex((end) => end.id === id)
    const mark = (from: string, to: string) => answers[pairs[at(from)]?.[at(to)] ?? -1]?.mark
    expect([mark('subnet:v0003-a', 'subnet:v0003-b'), mark('subnet:v0003-a', 'subnet:v0004-a'), mark('subnet:v0039-b', 'site:dublin')]).toEqual(['all', 'none', 'all'])
  })

  it('refuses what does not go together', async () => {
    expect(await run('simulate', path, '--matrix', '--pairs')).toMatchObject({ exit: 2, err: expect.stringContaining('give --matrix or --pairs, not both') })
    expect(await run('simulate', path, '--matrix', '--fail', 'nonsense')).toMatchObject({ exit: 2, err: expect.stringContaining('nonsense') })
  })
})
