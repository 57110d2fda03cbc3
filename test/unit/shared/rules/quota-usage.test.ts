import { expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { QUOTA_NAMES, type QuotaName, QUOTAS } from '../../../../src/shared/facts/quotas.ts'
import { checkDesign, RULES } from '../../../../src/shared/rules/index.ts'
import { quotaUsage, shareOf } from '../../../../src/shared/rules/quota-usage.ts'
import { COUNTERS, countsOf, kindsWith } from '../../../../src/shared/rules/readings/quotas/counters.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { Sketch } from '../simulation/sketch.ts'
import { designOf, samples, TODAY } from './samples.ts'

const usageOf = (design: Design, name: QuotaName) => {
  const found = quotaUsage(design).find((one) => one.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const usesOf = (design: Design, name: QuotaName) => usageOf(design, name).uses.map(({ where, what, count, limit }) => [where, what, count, limit])

it('counts every quota, or says why not', () => {
  const reasons = QUOTA_NAMES.filter((name) => 'notCounted' in COUNTERS[name])
  expect(reasons).toEqual(['routes-from-transit-gateway'])
  expect(quotaUsage(new Sketch().design()).every(({ uses }) => uses.length === 0)).toBe(true)
})

it('counts each quota somewhere in the samples', () => {
  const sketch = new Sketch()
  const lag = sketch.add('direct-connect-lag', 'fast', { ConnectionsBandwidth: '100Gbps' })
  sketch.add('direct-connect-connection', 'member', { Bandwidth: '100Gbps', LagId: lag })
  const used = new Set([...samples.map(designOf), sketch.design()].flatMap((design) => quotaUsage(design).filter(({ uses }) => uses.length > 0).map(({ name }) => name)))
  expect(QUOTA_NAMES.filter((name) => !used.has(name) && !('notCounted' in COUNTERS[name]))).toEqual([])
})

it('says where a Region, a zone and a VPC stand, nearest to the limit first', () => {
  const sketch = new Sketch()
  for (const name of ['a', 'b', 'c']) sketch.set(sketch.vpc(name, '10.0.0.0/16', ['a']).vpc, { Region: 'eu-west-1', OwnerId: '111111111111' })
  sketch.set(sketch.vpc('d', '10.0.0.0/16', ['a', 'b']).vpc, { Region: 'us-east-1', OwnerId: '111111111111' })
  const design = sketch.design()
  expect(usesOf(design, 'vpcs-per-region')).toEqual([['eu-west-1 of account 111111111111', '', 3, 5], ['us-east-1 of account 111111111111', '', 1, 5]])
  expect(usesOf(design, 'subnets-per-vpc')[0]).toEqual(['d', 'VPC', 2, 200])
})

it('goes by what is recorded, and by what a resource says for itself', () => {
  const sketch = new Sketch()
  sketch.set(sketch.vpc('a', '10.0.0.0/16', ['a']).vpc, { Region: 'eu-west-1' })
  const recorded = { id: 'quota:vpcs-per-region', value: 20, author: 'Ada', created: '2026-11-01', note: 'case 7' }
  const parsed = parseDesign({ ...sketch.design(), review: { [recorded.id]: recorded } })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  expect(usageOf(parsed.value, 'vpcs-per-region')).toMatchObject({ recorded, quota: { value: 20, isRaised: true }, uses: [{ count: 1, limit: 20 }] })
  const allocated = samples.find(({ rule, name }) => rule === 'interface-prefix-limit' && name === 'good-allocated')
  if (!allocated) throw new Error('no sample')
  expect(usageOf(designOf(allocated), 'prefixes-per-interface').uses.some(({ limit }) => limit > QUOTAS['prefixes-per-interface'].value)).toBe(true)
})

/** Rules that report a quota as exceeded, and the quota where it is but one. */
const REPORTED = [
  ['vpc-cidr-count', ['ipv4-cidrs-per-vpc', 'ipv6-cidrs-per-vpc']],
  ['static-route-count', ['static-routes-per-table']],
  ['peering-count', ['peerings-per-vpc']],
  ['endpoints-per-vpc', ['interface-endpoints-per-vpc']],
  ['client-vpn-quota', ['client-vpn-rules', 'client-vpn-routes']],
  ['vpn-connection-quota', ['vpn-connections-per-vpn-gateway', 'vpn-connections-per-region']],
  ['vpn-prefix-limit', ['static-routes-per-vpn-connection', 'bgp-routes-to-vpn-gateway', 'bgp-routes-to-transit-gateway']],
  ['allowed-prefix-limit', ['prefixes-from-transit-gateway']],
  ['port-interface-limit', ['interfaces-per-port', 'transit-interfaces-per-port', 'all-interfaces-per-port']],
  ['filter-quota', ['security-group-rules', 'network-acl-rules', 'security-groups-per-interface', 'interface-filter-rules']],
] as const satisfies readonly (readonly [string, readonly QuotaName[]])[]

it.each(REPORTED)('%s reports exactly where the table shows more than the quota', (id, names) => {
  const rules = RULES.filter((rule) => rule.id === id)
  const own = samples.filter(({ rule }) => rule === id)
  expect(own.length).toBeGreaterThan(1)
  for (const sample of own) {
    const design = designOf(sample)
    const reported = checkDesign(design, simulate(design), { rules, today: TODAY }).length > 0
    const over = names.flatMap((name) => usageOf(design, name).uses.filter((use) => shareOf(use) > 1))
    expect([sample.name, over.length > 0]).toEqual([sample.name, reported])
  }
})

it('asks nothing of resources that a quota does not concern', () => {
  const sketch = new Sketch()
  const hosted = sketch.add('direct-connect-connection', 'hosted', { connectionType: 'hosted' })
  const index = indexOf(sketch.design())
  const connection = index.get(hosted)
  if (!connection) throw new Error('no connection')
  expect(kindsWith('interfaces-per-port')).toContain('direct-connect-connection')
  expect([countsOf(index, 'interfaces-per-port', connection), countsOf(index, 'interfaces-per-hosted-connection', connection)]).toEqual([[], [{ count: 0 }]])
})
