import type { API } from '../../../shared/api.ts'
import type { Client } from '../../../shared/contract.ts'
import type { App } from '../../app.svelte.ts'
import { canvasOf } from '../../canvas/view.svelte.ts'
import { type Kept, keepFile } from '../../dialogs/download.ts'
import type { DesignSession } from '../../state/session.svelte.ts'

/** Options of a picture, as main takes them. */
export type PictureOptions = NonNullable<Parameters<Client<typeof API>['export.picture']>[0]['options']>

/** A format of picture. */
export type PictureFormat = Parameters<Client<typeof API>['export.picture']>[0]['format']

const WAIT_MS = 50
const MOST_WAITS = 200

/** Main exports what the library holds: edits that are on their way there are waited for. */
async function isSaved(app: App, session: DesignSession): Promise<boolean> {
  for (let waits = 0; session.saveStatus === 'saving' && waits < MOST_WAITS; waits += 1) await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  if (session.saveStatus === 'saved') return true
  app.notices.add('error', 'Not exported: your last changes are not saved, so the export would lack them. Save first, then export again.')
  return false
}

function tell(app: App, kept: Kept): boolean {
  if (kept.outcome === 'failed') app.report('The file was not saved', kept.error)
  if (kept.outcome === 'saved') app.notices.add('info', `Saved as ${kept.path}`)
  return kept.outcome === 'saved' || kept.outcome === 'downloaded'
}

/** Exports a picture; true when the person has it. */
export async function exportPicture(app: App, session: DesignSession, format: PictureFormat, options: PictureOptions): Promise<boolean> {
  if (!(await isSaved(app, session))) return false
  const picture = await app.client['export.picture']({ id: session.id, format, options })
  if (!picture.ok) {
    app.report('The picture was not made', picture.error)
    return false
  }
  const { fileName, mediaType, bytes, notices } = picture.value
  for (const notice of notices) app.notices.add('info', notice)
  return tell(app, await keepFile(app.client, fileName, mediaType, bytes))
}

/** Puts the drawing into the system's clipboard as a PNG. The clipboard has to be asked at once, while the key press counts; the picture follows. */
export async function copyPng(app: App, session: DesignSession): Promise<void> {
  const picture = async (): Promise<Blob> => {
    if (!(await isSaved(app, session))) throw new Error('not saved')
    const { overlaid } = canvasOf(session)
    const made = await app.client['export.picture']({ id: session.id, format: 'png', options: { theme: app.theme.shown, scale: 2, ...(overlaid === undefined ? {} : { overlay: overlaid }) } })
    if (!made.ok) throw new Error(made.error.message)
    return new Blob([new Uint8Array(made.value.bytes)], { type: made.value.mediaType })
  }
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture() })])
    app.notices.add('info', 'The drawing is in the clipboard.')
  } catch {
    app.notices.add('error', 'The drawing was not copied: the clipboard cannot be written here. Export it as a PNG instead.')
  }
}

/** What a template does not say: steps for a person, and resources that were left out, with the reason. */
export interface Leftover {
  readonly manualSteps: readonly string[]
  readonly skipped: readonly { readonly resource: string; readonly reason: string }[]
}

/** Exports CloudFormation templates; answers what is left over, undefined when nothing was exported. */
export async function exportCloudFormation(app: App, session: DesignSession): Promise<Leftover | undefined> {
  if (!(await isSaved(app, session))) return undefined
  const made = await app.client['export.cloudFormation']({ id: session.id })
  if (!made.ok) {
    app.report('The template was not made', made.error)
    return undefined
  }
  for (const { fileName, text } of made.value.files) {
    if (!tell(app, await keepFile(app.client, fileName, 'application/yaml', new TextEncoder().encode(text)))) return undefined
  }
  return { manualSteps: made.value.manualSteps, skipped: made.value.skipped }
}

/** The name of a design's file. */
export function fileNameOf(name: string): string {
  const plain = name.normalize('NFC').replace(/[\\/:*?"<>|]+/g, '-').trim().slice(0, 120)
  return `${plain === '' ? 'design' : plain}.causeway.json`
}

/** Saves the design, unsaved edits included, as a `.causeway.json` file. */
export async function saveDesignFile(app: App, session: DesignSession): Promise<void> {
  tell(app, await keepFile(app.client, fileNameOf(session.design.name), 'application/json', new TextEncoder().encode(session.fileText())))
}
