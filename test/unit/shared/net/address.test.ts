import fc from 'fast-check'
import { isIPv4, isIPv6 } from 'node:net'
import { describe, expect, it } from 'vitest'
import { formatAddress, parseAddress } from '../../../../src/shared/net/address.ts'
import { address, addressOf } from '../../arbitraries/net.ts'

const seed = { seed: 11, numRuns: 1000 }

describe('addresses', () => {
  it('come back as they were written', () => {
    fc.assert(fc.property(address, (one) => { expect(parseAddress(formatAddress(one))).toEqual(one) }), seed)
  })

  it('agree with Node about what an address is', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'0123456789abcdefF:.'), maxLength: 20 })
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), letters), (text) => {
        expect(parseAddress(text)?.family).toBe(isIPv4(text) ? 4 : isIPv6(text) ? 6 : undefined)
      }),
      { ...seed, numRuns: 3000 },
    )
  })

  it('are written as RFC 5952 wants IPv6: lower case, no leading zero, the first longest run of zeros short', () => {
    fc.assert(
      fc.property(addressOf(6), fc.array(fc.nat(7), { maxLength: 8 }), (one, zeros) => {
        const value = zeros.reduce((all, group) => all & ~(0xffffn << BigInt(112 - group * 16)), one.value)
        expect(formatAddress({ family: 6, value })).toBe(naive(value))
      }),
      seed,
    )
  })

  it.each([
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
    ['1::', '1::'],
    ['::1', '::1'],
    ['2001:0db8::0001', '2001:db8::1'],
  ])('%s is %s', (text, canonical) => {
    const parsed = parseAddress(text)
    expect(parsed && formatAddress(parsed)).toBe(canonical)
  })

  it.each(['', ' 10.0.0.1', '10.0.0.1 ', '10.0.0', '10.0.0.256', '010.0.0.1', '1.2.3.4.5', '10.0.0.1/8', ':', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '12345::', 'fe80::1%eth0', '[::1]', '::1.2.3', '1.2.3.4::', '::1.2.3.4:5', '1:2:3:4:5:6:7::8', 'g::', '１.2.3.4'])('%j is none', (text) => {
    expect(parseAddress(text)).toBeUndefined()
  })
})

/** RFC 5952 by trying every run of zeros. */
function naive(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - index * 16)) & 0xffffn).toString(16))
  for (let length = 8; length > 1; length--) {
    for (let start = 0; start + length <= 8; start++) {
      if (groups.slice(start, start + length).every((group) => group === '0')) return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`
    }
  }
  return groups.join(':')
}
