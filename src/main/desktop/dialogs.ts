import { dialog, type BrowserWindow } from 'electron'
import { extname } from 'node:path'
import { answer, type Outcome } from '../../shared/contract.ts'
import type { SavedFile, SaveOutcome } from '../answer.ts'
import { writeFileWhole } from '../files.ts'

const kinds: Readonly<Record<string, string>> = {
  'application/json': 'Causeway design',
  'image/svg+xml': 'SVG picture',
  'image/png': 'PNG picture',
  'application/pdf': 'PDF document',
}

/** A bare name: the renderer proposes it, so it must not choose the folder. */
function bareName(name: string): string {
  const bare = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '').slice(0, 200)
  return bare === '' ? 'causeway' : bare
}

/** Asks in the system's dialog where the bytes go, and writes them there whole. */
export async function saveWithDialog(window: BrowserWindow, file: SavedFile): Promise<Outcome<SaveOutcome>> {
  const name = bareName(file.fileName)
  const extension = name.endsWith('.causeway.json') ? 'causeway.json' : extname(name).slice(1)
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: name,
    ...(extension === '' ? {} : { filters: [{ name: kinds[file.mediaType] ?? extension.toUpperCase(), extensions: [extension] }] }),
  })
  if (chosen.canceled || chosen.filePath === '') return answer({ outcome: 'cancelled' })
  const written = await writeFileWhole(chosen.filePath, file.bytes)
  return written.ok ? answer({ outcome: 'saved', path: chosen.filePath }) : written
}

/** Asks in the system's dialog which design files to open; none when the person thinks better of it. */
export async function chooseDesignFiles(window: BrowserWindow): Promise<readonly string[]> {
  const chosen = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Causeway design', extensions: ['causeway.json', 'json'] }],
  })
  return chosen.canceled ? [] : chosen.filePaths
}
