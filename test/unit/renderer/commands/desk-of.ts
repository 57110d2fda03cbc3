import { App } from '../../../../src/renderer/app.svelte.ts'
import { canvasOf } from '../../../../src/renderer/canvas/view.svelte.ts'
import type { Desk } from '../../../../src/renderer/commands/command.ts'
import { Problems } from '../../../../src/renderer/panels/problems/problems.svelte.ts'
import { EditorView } from '../../../../src/renderer/panels/view.svelte.ts'
import type { DesignSession } from '../../../../src/renderer/state/session.svelte.ts'
import { answer } from '../../../../src/shared/contract.ts'

/** The desk of a session outside a window: main answers nothing, and where the keyboard was sent is noted in `focus`. */
export function deskOf(session: DesignSession): Desk & { readonly focus: string[] } {
  Object.assign(globalThis, { matchMedia: () => ({ matches: false, addEventListener: () => undefined }) })
  const app = new App({ host: 'browser', invoke: () => Promise.resolve(answer(null)), on: () => () => undefined, onConnection: () => () => undefined })
  const focus: string[] = []
  return {
    app,
    session,
    canvas: canvasOf(session),
    panels: new EditorView(),
    problems: new Problems(session),
    focusProperties: () => focus.push('properties'),
    focusCanvas: () => focus.push('canvas'),
    focusPanel: () => focus.push('panel'),
    isAtPanel: () => focus.at(-1) === 'panel',
    focusPart: (by) => focus.push(by === 1 ? 'next' : 'previous'),
    keepLayout: () => undefined,
    focus,
  }
}
