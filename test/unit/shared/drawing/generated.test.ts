import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import generateWidths from '../../../../scripts/generate/font-widths.ts'
import generateIcons, { parseIcon } from '../../../../scripts/generate/icons.ts'

it.each(Object.entries({ ...generateIcons(), ...generateWidths() }))('%s is what its generator writes', (path, text) => {
  expect(readFileSync(path, 'utf8') === text).toBe(true)
})

it.each([
  ['a gradient', '<svg viewBox="0 0 1 1"><linearGradient/></svg>'],
  ['a rectangle', '<svg viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'],
  ['a moved group', '<svg viewBox="0 0 1 1"><g transform="scale(2)"><path d="M0 0"/></g></svg>'],
  ['no size', '<svg><path d="M0 0"/></svg>'],
])('refuses an icon with %s instead of drawing it wrongly', (_what, svg) => {
  expect(() => parseIcon(svg)).toThrow('an icon with')
})

it('reads colours from the groups around a path', () => {
  expect(parseIcon('<svg viewBox="0 0 2 2"><title>x</title><g fill="none" fill-rule="evenodd"><path fill="#fff" d="M1 1z"/><path d="M0 0z"/></g></svg>')).toEqual({ viewBox: '0 0 2 2', paths: [{ d: 'M1 1z', fill: '#fff', rule: 'evenodd' }] })
})
