import { describe, expect, it } from 'vitest'
import { drawDesign, iconOf, themeOf, toSvg } from '../../../../src/shared/drawing/index.ts'
import { KIND_DEFINITIONS } from '../../../../src/shared/model/index.ts'
import { HYBRID, laidOut, sketched } from './designs.ts'

const svgOf = (name: string, sketches: Parameters<typeof sketched>[1]) => toSvg(drawDesign(laidOut(sketched(name, sketches))), themeOf('light'), { title: name })

describe('toSvg', () => {
  it('is one self-contained picture with a title, the bundled font and the ids of what it shows', () => {
    const svg = svgOf('Hybrid', HYBRID)
    expect(svg).toContain('<title>Hybrid</title>')
    expect(svg).toContain("font-family=\"'Noto Sans', sans-serif\"")
    for (const id of ['vpc:prod', 'vpn-connection:hq', 'region:-@eu-central-1', 'isp-link:hq']) expect(svg).toContain(`data-id="${id}"`)
    expect(svg).not.toMatch(/(?:href|src)="(?!#)|url\(/)
  })

  it('opens and closes as many groups, and uses only symbols that it defines', () => {
    const svg = svgOf('Hybrid', HYBRID)
    expect(svg.match(/<g /g)).toHaveLength(svg.match(/<\/g>/g)?.length ?? 0)
    const used = new Set([...svg.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id))
    expect([...svg.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id).sort()).toEqual([...used].sort())
  })

  it('takes hostile names for what they are: text', () => {
    const svg = svgOf('</title><script>alert(1)</script>', [['site:s', { name: '"><script>&\u0000\u0008\ud800' }]])
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('&quot;&gt;&lt;script&gt;&amp;\ufffd')
    for (const forbidden of ['\u0000', '\u0008', '\ud800']) expect(svg).not.toContain(forbidden)
  })

  it('gives the same text for the same design', () => expect(svgOf('Hybrid', HYBRID)).toBe(svgOf('Hybrid', HYBRID)))
})

describe('icons', () => {
  it.each(KIND_DEFINITIONS.flatMap(({ kind, icon }) => (icon === undefined ? [] : [[kind, icon]])))('%s has its official icon', (_kind, icon) => {
    const { viewBox, paths } = iconOf(icon)
    expect(viewBox).toMatch(/^0 0 (\d+) \1$/)
    expect(paths.length).toBeGreaterThan(0)
    expect(iconOf(icon)).not.toBe(iconOf('no/such-icon'))
  })

  it('falls back to a neutral shape, whatever the name', () => {
    expect(iconOf('constructor')).toBe(iconOf(undefined))
  })
})
