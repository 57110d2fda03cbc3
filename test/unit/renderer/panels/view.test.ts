import { describe, expect, test } from 'vitest'
import { editorCommandFor, type Pressed } from '../../../../src/renderer/panels/shortcuts.ts'
import { EditorView } from '../../../../src/renderer/panels/view.svelte.ts'
import { keysFor } from '../../../../src/renderer/controls/keys.ts'

describe('EditorView', () => {
  test('takes kept sizes within limits and ignores what is absurd', () => {
    const view = new EditorView()
    const before = view.layout
    for (const kept of [undefined, 'x', { dockHeight: 'tall', inspectorWidth: Number.NaN }]) view.restore(kept)
    expect(view.layout).toEqual(before)
    view.restore({ dockHeight: 10, inspectorWidth: 10_000, isDockOpen: false })
    expect(view.layout).toEqual({ dockHeight: 120, inspectorWidth: 560, isDockOpen: false })
  })

  test('a toggle closes the dock only when its own panel is on show', () => {
    const view = new EditorView()
    view.show('trace')
    view.toggle('problems')
    expect([view.tab, view.isDockOpen]).toEqual(['problems', true])
    view.toggle('problems')
    expect(view.isDockOpen).toBe(false)
  })
})

describe('editorCommandFor', () => {
  const press = (key: string, more: Partial<Pressed> = {}) => editorCommandFor({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, target: null, ...more })

  test('knows its keys', () => {
    expect(press('F8')).toBe('next-problem')
    expect(press('F8', { shiftKey: true })).toBe('previous-problem')
    expect(press('M', { ctrlKey: true, shiftKey: true })).toBe('problems')
    expect(press('Enter', { metaKey: true })).toBe('inspector')
    expect(press('?', { shiftKey: true })).toBe('keys')
    expect(press('f', { ctrlKey: true })).toBe('find')
    expect(press('E', { ctrlKey: true, shiftKey: true })).toBe('export')
    expect(press('p')).toBe('patterns')
    expect(press('p', { ctrlKey: true })).toBeUndefined()
    expect(press('f')).toBeUndefined()
    expect(press('m')).toBeUndefined()
    expect(press('F8', { altKey: true })).toBeUndefined()
  })

  test('leaves keys that type to whoever is typing', () => {
    const target = { tagName: 'INPUT' } as unknown as EventTarget
    expect(press('?', { target })).toBeUndefined()
    expect(press('p', { target })).toBeUndefined()
    expect(press('F8', { target })).toBe('next-problem')
  })
})

test('keys are written as the machine writes them', () => {
  expect(keysFor('Mod+Shift+M', false)).toBe('Ctrl+Shift+M')
  expect(keysFor('Mod+Shift+M', true)).toBe('⇧⌘M')
})
