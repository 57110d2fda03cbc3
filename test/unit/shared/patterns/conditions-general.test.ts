import { describe, expect, it } from 'vitest'
import { patternDesign, type PatternId } from '../../../../src/shared/patterns/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { AB, appliance, device, gate, region, SA, UA, zone } from './elements.ts'
import { changed, truthOf } from './judged.ts'

const lostWith = (id: PatternId, failed: readonly string[]) => {
  const simulation = simulate(patternDesign(id))
  return Object.values(simulation.design.intents).map((intent) => {
    const { holds, endpointLost } = simulation.judge(intent, failed)
    return [holds, endpointLost]
  })
}

describe('a zone', () => {
  it.each([
    ['a12-software-vpn', SA, { 'subnet:2': null }, [...gate(1), appliance(1)]],
    ['b3-software-vpn-between-vpcs', AB, { 'subnet:2': null, 'subnet:5': null }, [appliance(1), appliance(2)]],
    ['c1-client-vpn', UA, { 'subnet:2': null, 'client-vpn-endpoint:1': { ClientVpnTargetNetworks: [{ SubnetId: 'subnet:1' }] } }, []],
    ['c2-software-remote-access', UA, { 'subnet:2': null }, [appliance(1)]],
  ] as const)('%s: is none where no subnet lies outside it', (id, statement, fields, elements) => {
    expect(truthOf(changed(id, fields))).toEqual({ [statement]: [...elements].sort() })
  })

  it('takes its own subnets out of the question', () => {
    expect(lostWith('a3-transit-gateway-vpn', [zone('a')])).toEqual([[true, 'some'], [true, 'some'], [true, 'some']])
  })
})

describe('a Region', () => {
  it('that holds an end takes the question with it', () => {
    expect(lostWith('a1-managed-vpn', [region])).toEqual([[null, 'all']])
    expect(lostWith('d1-transit-vpc', [region])).toEqual([[null, 'all'], [null, 'all'], [null, 'all']])
  })

  it('between two sites cuts them apart', () => {
    expect(lostWith('a11-vpn-cloudhub', [region]).filter(([holds]) => holds === false)).toHaveLength(3)
  })
})

describe('a power domain', () => {
  const domain = { 'power-domain:1': { site: 'site:1' } }

  it('that devices share is one, and one of the two is none', () => {
    const powered = (...devices: readonly string[]) => truthOf(changed('a2-managed-vpn-redundant', { ...domain, ...Object.fromEntries(devices.map((id) => [id, { powerDomain: 'power-domain:1' }])) }))
    expect(powered('customer-gateway:1', 'customer-gateway:2')).toEqual({ [SA]: ['power-domain:power-domain:1'] })
    expect(powered('customer-gateway:1', 'isp-link:1')).toEqual({ [SA]: [] })
    expect(powered('customer-gateway:1', 'isp-link:2')).toEqual({ [SA]: ['power-domain:power-domain:1'] })
  })

  it('of the only device is one beside it', () => {
    expect(truthOf(changed('a5-direct-connect', { ...domain, 'customer-gateway:1': { powerDomain: 'power-domain:1' }, 'carrier-circuit:1': null }))[SA]).toEqual(expect.arrayContaining([device(1), 'power-domain:power-domain:1']))
  })
})

describe('gateways of AWS', () => {
  it.each(['vpn-gateway', 'transit-gateway', 'internet-gateway', 'direct-connect-gateway', 'vpc-peering'])('%s is no element', (kind) => {
    const designs = (['a1-managed-vpn', 'a8-direct-connect-transit-gateway', 'b1-vpc-peering', 'a12-software-vpn'] as const).map((id) => simulate(patternDesign(id)))
    expect(designs.flatMap(({ elements }) => elements).filter(({ element }) => element.startsWith(kind))).toEqual([])
  })
})
