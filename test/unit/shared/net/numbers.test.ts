import { describe, expect, it } from 'vitest'
import { isAsn, isPrivateAsn } from '../../../../src/shared/net/asn.ts'
import { ALL_PORTS, EPHEMERAL_PORTS, portInRange } from '../../../../src/shared/net/ports.ts'
import { hasPorts, parseProtocol, protocolName } from '../../../../src/shared/net/protocol.ts'

describe('autonomous system numbers', () => {
  it.each([
    [0, false, false],
    [1, true, false],
    [64_511, true, false],
    [64_512, true, true],
    [65_534, true, true],
    [65_535, true, false],
    [4_199_999_999, true, false],
    [4_200_000_000, true, true],
    [4_294_967_294, true, true],
    [4_294_967_295, false, false],
    [1.5, false, false],
    [Number.NaN, false, false],
  ])('%d: usable %s, private %s', (asn, usable, isPrivate) => {
    expect([isAsn(asn), isPrivateAsn(asn)]).toEqual([usable, isPrivate])
  })
})

describe('protocols', () => {
  it('are read by name or number', () => {
    expect(['tcp', 'UDP', 'icmp', 'icmpv6', 'ipv6-icmp', 'gre', 'esp', 'ah', '0', '255', '6'].map(parseProtocol)).toEqual([6, 17, 1, 58, 58, 47, 50, 51, 0, 255, 6])
    expect(['', '256', '-1', '1e1', 'constructor', '__proto__', 'toString', '6 ', '0x6'].map(parseProtocol)).toEqual(Array(9).fill(undefined))
  })

  it('come back from their names', () => {
    for (let number = 0; number <= 255; number++) expect(parseProtocol(protocolName(number))).toBe(number)
  })

  it('carry ports for TCP and UDP alone', () => {
    expect(Array.from({ length: 256 }, (_, number) => number).filter(hasPorts)).toEqual([6, 17])
  })
})

describe('ports', () => {
  it('belong to ranges with both ends in', () => {
    expect([0, 65_535].every((port) => portInRange(ALL_PORTS, port))).toBe(true)
    expect([1023, 1024, 65_535, 65_536].map((port) => portInRange(EPHEMERAL_PORTS, port))).toEqual([false, true, true, false])
  })
})
