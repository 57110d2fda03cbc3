import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it, one by one. Throws what the system says when one cannot be made: Node's own recursive
 * way never ends where the system denies that an existing folder may hold another (below /proc).
 * @param mode permissions of the folders that are made
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const missing: string[] = []
  let at = resolve(folder)
  for (; !existsSync(at); at = dirname(at)) missing.unshift(at)
  if (!statSync(at).isDirectory()) throw new Error(`${at} is a file, not a folder`)
  for (const path of missing) makeOne(path, mode)
}

function makeOne(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode })
  } catch (cause) {
    if (!existsSync(path)) throw cause // Else another program was faster, and the folder is there.
  }
}
