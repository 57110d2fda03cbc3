import { describe, expect, it } from 'vitest'
import { renderPicture } from '../../../../src/main/pictures/index.ts'
import { Engine } from '../../../../src/renderer/worker/engine.ts'
import type { FromWorker } from '../../../../src/renderer/worker/protocol.ts'
import { respond } from '../../../../src/renderer/worker/questions.ts'
import { API } from '../../../../src/shared/api.ts'
import type { Design } from '../../../../src/shared/document/design.ts'
import { OVERLAY_NAMES, type OverlayName } from '../../../../src/shared/document/overlay-name.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { drawDesign, type Remarks, themeOf, toSvg } from '../../../../src/shared/drawing/index.ts'
import { withOverlayKey } from '../../../../src/shared/drawing/overlay-key.ts'
import { PATTERNS, placedPattern } from '../../../../src/shared/patterns/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'

/** What the window's worker answers, as it arrives there: copied on its way. */
function fromWorker(design: Design, overlay: OverlayName): Promise<Remarks> {
  return new Promise((resolve, reject) => {
    const engine = new Engine({
      simulate,
      check: () => [],
      respond,
      answer: (message: FromWorker) => {
        if (message.type === 'answer') resolve(structuredClone(message.answer) as Remarks)
        if (message.type === 'broken') reject(new Error(message.message))
      },
      pause: () => Promise.resolve(),
    })
    engine.receive({ type: 'open', version: 0, design })
    engine.receive({ type: 'ask', request: 1, question: { name: 'overlay', input: { overlay, failed: [] } } })
  })
}

const defaults = API['export.picture'].input.shape.options.parse(undefined)

describe.each(OVERLAY_NAMES)('the overlay %s', (overlay) => {
  it.each(PATTERNS.map(({ id }) => id))('is the same picture of %s in the window and in main', async (id) => {
    const design = placedPattern(id)
    const remarks = await fromWorker(design, overlay)
    const window = toSvg(withOverlayKey(indexOf(design), { remarks }, drawDesign(design, { remarks })), themeOf('dark'), { title: design.name })
    const main = new TextDecoder().decode(await renderPicture(design, 'svg', { ...defaults, theme: 'dark', overlay }))
    expect(main).toBe(window)
    expect(main).toContain('Overlay: ')
    for (const at of remarks.at.keys()) expect(at in design.resources || at.includes('@') || at.startsWith('account:')).toBe(true)
  })
})
