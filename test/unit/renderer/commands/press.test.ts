import { describe, expect, it } from 'vitest'
import { commandFor, pressKey } from '../../../../src/renderer/commands/press.ts'
import type { KeyLike } from '../../../../src/renderer/commands/key-notation.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { twoDevices } from '../../shared/simulation/two-devices.ts'
import { sessionOf } from '../state/session-of.ts'
import { deskOf } from './desk-of.ts'

const press = (key: string, more: Partial<KeyLike> = {}): KeyLike => ({ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more })
const found = (key: string, more?: Partial<KeyLike>) => commandFor(press(key, more))?.id

describe('the command of a key', () => {
  it('is found by what the key types', () => {
    expect(found('F8')).toBe('problem.next')
    expect(found('F8', { shiftKey: true })).toBe('problem.previous')
    expect(found('M', { ctrlKey: true, shiftKey: true })).toBe('panel.problems')
    expect(found('Enter', { metaKey: true })).toBe('panel.properties')
    expect(found('?', { shiftKey: true })).toBe('app.keys')
    expect(found('z', { ctrlKey: true })).toBe('edit.undo')
    expect(found('p', { ctrlKey: true, altKey: true })).toBeUndefined()
    expect(found(' ', { shiftKey: true })).toBe('select.toggle')
  })

  it('is found on keyboards of other countries', () => {
    expect(found('!', { code: 'Digit1', shiftKey: true })).toBe('view.fit')
    expect(found('1', { code: 'Digit1', shiftKey: true }), 'French: digits need Shift').toBe('view.fit')
    expect(found('à', { code: 'Digit0', ctrlKey: true }), 'French: 0 is à without Shift').toBe('view.full-size')
    expect(found('я', { code: 'KeyZ', ctrlKey: true }), 'Russian').toBe('edit.undo')
    expect(found('y', { code: 'KeyZ', ctrlKey: true }), 'German: the letter typed counts').toBe('edit.redo')
    expect(found('+', { code: 'BracketRight', ctrlKey: true }), 'German: plus has a key of its own').toBe('view.zoom-in')
    expect(found('?', { code: 'Minus', shiftKey: true }), 'German').toBe('app.keys')
    expect(found("'", { code: 'Backslash', ctrlKey: true, shiftKey: true }), 'German').toBe('view.grid')
  })
})

describe('pressing a key', () => {
  const { session } = sessionOf(twoDevices().sketch.design())
  const desk = deskOf(session)
  const site = 'site:hq' as ResourceId

  it('is heard only where its command is', () => {
    session.select([site])
    expect(pressKey(desk, press('Delete'), 'elsewhere', false)).toBe(false)
    expect(pressKey(desk, press('Delete'), 'beside', true)).toBe(false)
    expect(pressKey(desk, press('Enter'), 'beside', false), 'a button of the palette').toBe(false)
    expect(session.has(site)).toBe(true)
    expect(pressKey(desk, press('Delete'), 'beside', false)).toBe(true)
    expect(session.has(site)).toBe(false)
    expect(pressKey(desk, press('z', { ctrlKey: true }), 'elsewhere', true), 'text has its own undo').toBe(false)
    expect(pressKey(desk, press('z', { ctrlKey: true }), 'elsewhere', false)).toBe(true)
    expect(session.has(site)).toBe(true)
    expect(desk.panels.said).toBe('Undo: Delete hq')
    expect(pressKey(desk, press('m', { ctrlKey: true, shiftKey: true }), 'elsewhere', true)).toBe(true)
    expect([desk.panels.said, desk.focus.at(-1)]).toEqual(['Problems: on', 'panel'])
    expect(pressKey(desk, press('m', { ctrlKey: true, shiftKey: true }), 'elsewhere', true)).toBe(true)
    expect([desk.panels.said, desk.focus.at(-1)], 'at the panel already').toEqual(['Problems: off', 'canvas'])
  })

  it('goes from the inside out, and from a link to its near end', () => {
    const device = 'customer-gateway:d0' as ResourceId
    const out = (from: ResourceId) => {
      session.select([from])
      desk.canvas.focused = from
      return pressKey(desk, press('Enter', { shiftKey: true }), 'thing', false) ? [...session.selection] : undefined
    }
    expect(out(device)).toEqual([site])
    expect(out('vpn-connection:v0' as ResourceId)).toEqual([device])
    expect(out(site)).toBeUndefined()
  })

  it('leaves a key alone that means nothing now, save where the browser would do something else', () => {
    session.select([])
    desk.canvas.focused = undefined
    expect(pressKey(desk, press('c'), 'canvas', false)).toBe(false)
    expect(pressKey(desk, press('d', { ctrlKey: true }), 'canvas', false)).toBe(true)
    expect(pressKey(desk, press('Tab'), 'canvas', false)).toBe(true)
    let steps = 1
    while (pressKey(desk, press('Tab'), 'thing', false)) steps += 1
    expect(steps, 'Tab at the end leaves the canvas').toBeGreaterThan(3)
  })

  it('takes back one thing at a time on Escape', () => {
    session.select([site])
    desk.canvas.asking = { kind: 'rename', id: site }
    expect(pressKey(desk, press('Escape'), 'canvas', false)).toBe(true)
    expect([desk.canvas.asking, session.selection.size]).toEqual([undefined, 1])
    pressKey(desk, press('Escape'), 'canvas', false)
    expect(session.selection.size).toBe(0)
    expect(pressKey(desk, press('Escape'), 'canvas', false)).toBe(false)
  })
})
