import { describe, expect, it } from 'vitest'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { patternDesign, type PatternId } from '../../../../src/shared/patterns/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { changed } from './judged.ts'

type Way = readonly [PatternId, string, string, string, boolean | null]

/** What the sections say of the way: encrypted or not, over the internet or not; null where nobody can tell. */
const WAYS: readonly Way[] = [
  ['a1-managed-vpn', 'site:1', 'subnet:1', 'all', true],
  ['a3-transit-gateway-vpn', 'site:1', 'subnet:1', 'all', true],
  ['a5-direct-connect', 'site:1', 'subnet:1', 'none', false],
  ['a8-direct-connect-transit-gateway', 'site:1', 'subnet:1', 'none', false],
  ['a9-direct-connect-vpn', 'site:1', 'subnet:1', 'all', false],
  ['a10a-direct-connect-transit-gateway-vpn', 'site:1', 'subnet:1', 'all', false],
  ['a10b-private-ip-vpn', 'site:1', 'subnet:1', 'all', false],
  ['a12-software-vpn', 'site:1', 'subnet:1', 'all', true],
  ['b1-vpc-peering', 'subnet:1', 'subnet:3', 'inside', false],
  ['b2-transit-gateway-hub', 'subnet:1', 'subnet:3', 'inside', false],
  ['b3-software-vpn-between-vpcs', 'subnet:1', 'subnet:4', 'all', false],
  ['b4-software-vpn-between-regions', 'subnet:1', 'subnet:4', 'all', null],
  ['b6-managed-vpn-between-vpcs', 'subnet:1', 'subnet:3', 'all', true],
  ['b7-direct-connect-between-vpcs', 'subnet:1', 'subnet:3', 'none', false],
  ['d2-software-vpn-high-availability', 'site:1', 'subnet:1', 'all', true],
]

const wayOf = (design: ReturnType<typeof changed>, from: string, to: string) => {
  const { forward, return: back } = simulate(design).trace({ from: from as ResourceId, to: to as ResourceId, protocol: 'some' })
  return [forward, back].map((path) => [path?.quality.encryption, path?.quality.internet])
}

describe('what the way is worth', () => {
  it.each(WAYS)('%s: %s to %s is encrypted: %s, over the internet: %s', (id, from, to, encryption, internet) => {
    const way = [encryption, internet]
    expect(wayOf(patternDesign(id), from, to)).toEqual([way, way])
  })

  it('A9: over the internet once the line is gone and an ISP link stands by', () => {
    const design = changed('a9-direct-connect-vpn', { 'isp-link:x': { site: 'site:1' }, 'virtual-interface:1': null })
    expect(wayOf(design, 'site:1', 'subnet:1')).toEqual([['all', true], ['all', true]])
  })

  it('A12: a tunnel that does not encrypt is told apart', () => {
    expect(wayOf(changed('a12-software-vpn', { 'software-vpn:1': { protocol: 'gre' } }), 'site:1', 'subnet:1')).toEqual([['none', true], ['none', true]])
  })
})
