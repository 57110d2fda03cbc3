import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.ts'

/**
 * The Electron program, or the reason why it cannot be used. Looks at files only: importing the electron package
 * would start a download.
 */
export function findElectron(): { readonly path: string } | { readonly missing: string } {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)
  if (!existsSync(path)) return { missing: 'Electron is not installed (npx install-electron fetches it)' }
  const isWindowless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  return isWindowless ? { missing: 'there is no screen for Electron' } : { path }
}
