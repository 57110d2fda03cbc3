import { describe, expect, test } from 'vitest'
import { elementSubjects, kindSubjects, parseHours, parsePercent, percentTyped, timerRows } from '../../../../../src/renderer/panels/assumptions/figures.ts'
import { parseDuration } from '../../../../../src/shared/simulation/time/wording.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { hybrid } from '../../../shared/simulation/availability/hybrid.ts'

const { sketch } = hybrid({ zones: ['a'], gateway: 'transit-gateway', isps: ['isp'], devices: [{ links: [], tunnels: [true, true] }], circuits: [] })
const design = sketch.design()
const { elements } = simulate(design)

describe('what an availability can be stated of', () => {
  test('is every kind that the design has, with what holds otherwise and on whose word', () => {
    expect(kindSubjects(design, elements).map(({ id, otherwise }) => [id, otherwise])).toEqual([
      ['kind:vpn-connection', '99.95 % · AWS commitment · F-AVL-1'],
      ['kind:transit-gateway', '99.95 % · AWS commitment of an earlier text · F-AVL-2'],
      ['kind:customer-device', 'Nobody says; 99.9 % to plan with'],
      ['kind:isp-link', 'Nobody says; 99.5 % to plan with'],
      ['kind:vpn-tunnel', 'In the figure of its VPN connection, where both tunnels are configured'],
      ['kind:availability-zone', 'Nobody says; 99.95 % to plan with'],
      ['kind:region', '99.99 % · AWS commitment · F-AVL-8'],
    ])
  })

  test('is every single element, services included', () => {
    const ids = elementSubjects(design, elements).map(({ id }) => id)
    expect(ids).toContain('element:service:vpn-connection:v0')
    expect(ids).toContain('element:customer-device:customer-gateway:d0')
    expect(new Set(ids).size).toBe(elements.length + 2)
  })

  test('has timers with their grade', () => {
    expect(timerRows()).toContainEqual({ name: 'vpnDpd', label: 'AWS notices a dead tunnel (DPD timeout)', otherwise: "40 s · AWS's documentation · F-AVL-70" })
    expect(timerRows()).toContainEqual(expect.objectContaining({ name: 'ispChangeover', otherwise: 'Nobody says; 1 min to plan with' }))
  })
})

describe('figures as they are typed', () => {
  test.each([['99.9', 0.999], ['99,95 %', 0.9995], ['100', 1], ['0', undefined], ['101', undefined], ['', undefined], ['often', undefined]])('%j is the share %j', (text, share) => {
    expect(parsePercent(text)).toBe(share)
    if (share !== undefined) expect(parsePercent(percentTyped(share))).toBe(share)
  })

  test.each([['4000', 4000], ['2.5 h', 2.5], ['-1', undefined], ['', undefined]])('%j are %j hours', (text, hours) => expect(parseHours(text)).toBe(hours))

  test.each([['90s', 90_000], ['1 min 35 s', 95_000], ['1.5 h', 5_400_000], ['900ms', 900], ['2m', 120_000], ['4', undefined], ['400d', undefined], ['4 hs', undefined], ['', undefined]])('%j lasts %j ms', (text, ms) => expect(parseDuration(text)).toBe(ms))
})
