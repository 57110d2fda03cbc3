import { pictureOf, truthOf } from './answers.ts'
import type { FromPatterns, ToPatterns } from './source.ts'

/** As much of the worker's global scope as is used here; the renderer's own types describe a window. */
interface Scope {
  postMessage(message: FromPatterns): void
  addEventListener(type: 'message', listener: (event: { readonly data: ToPatterns }) => void): void
}

const scope = globalThis as unknown as Scope

scope.addEventListener('message', ({ data: { number, question } }) => {
  try {
    const value = question.kind === 'picture' ? pictureOf(question.id, question.theme, question.size) : truthOf(question.id)
    scope.postMessage({ number, value })
  } catch (error) {
    scope.postMessage({ number, failure: error instanceof Error ? error.message : String(error) })
  }
})
