import { describe, expect, test } from 'vitest'
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
})

test('keys are written as the machine writes them', () => {
  expect(keysFor('Mod+Shift+M', false)).toBe('Ctrl+Shift+M')
  expect(keysFor('Mod+Shift+M', true)).toBe('⇧⌘M')
})
