import { describe, expect, it } from 'vitest'
import type { Ink } from '../../../../src/shared/drawing/display-list.ts'
import { themeOf } from '../../../../src/shared/drawing/index.ts'

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

/** A colour laid over another. */
function over(top: string, opacity: number, bottom: string): string {
  const mix = (at: number) => Math.round(Number.parseInt(top.slice(at, at + 2), 16) * opacity + Number.parseInt(bottom.slice(at, at + 2), 16) * (1 - opacity))
  return `#${[1, 3, 5].map((at) => mix(at).toString(16).padStart(2, '0')).join('')}`
}

describe.each(['light', 'dark'] as const)('%s theme', (name) => {
  const theme = themeOf(name)

  it.each(['text', 'muted'] as const)('%s reads on the page and on every subnet (4.5:1)', (ink) => {
    const grounds = [theme.background, theme.surface, over(theme['public-subnet'], 0.1, theme.background), over(theme['private-subnet'], 0.1, theme.background)]
    for (const ground of grounds) expect(contrast(theme[ink], ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['error', 'warning', 'advice', 'path', 'failed'] as const)('a glyph reads on a badge of %s (4.5:1)', (ink) => {
    expect(contrast(theme[ink], theme.background)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['account', 'region', 'vpc', 'zone', 'public-subnet', 'private-subnet', 'site', 'link', 'vpn', 'direct-connect', 'peering', 'transit', 'selected'] satisfies Ink[])('lines of %s stand out from the page (3:1)', (ink) => {
    expect(contrast(theme[ink], theme.background)).toBeGreaterThanOrEqual(3)
  })
})
