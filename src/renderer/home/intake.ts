import type { App } from '../app.svelte.ts'
import type { Imports } from './imports.svelte.ts'
import { isDesignFile, type PickedFile, readJsonFiles, type Readable } from './picked-files.ts'

/** What to call a design made from dumps: their common folder, else the single file. */
export function nameOfImport(paths: readonly string[]): string {
  const folders = new Set(paths.map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')))
  const [folder] = folders
  if (folders.size === 1 && folder) return folder
  return paths.length === 1 && paths[0] ? paths[0].replace(/\.json$/i, '') : 'Imported network'
}

/** Takes files that a person picked or dropped to where they belong. */
export class Intake {
  readonly #app: App
  readonly #imports: Imports

  constructor(app: App, imports: Imports) {
    this.#app = app
    this.#imports = imports
  }

  /** Designs are put into the library (a single one is opened); everything else is imported as dumps. */
  async takeAny(files: readonly Readable[]): Promise<void> {
    const designs = files.filter(({ path }) => isDesignFile(path))
    if (designs.length > 0) await this.takeDesigns(designs)
    else await this.takeDumps(files)
  }

  /** Puts saved designs into the library. */
  async takeDesigns(files: readonly Readable[]): Promise<void> {
    const read = await this.#read(files)
    const opened = []
    for (const file of read) opened.push(await this.#app.library.openFile(file))
    const [only] = opened
    if (opened.length === 1 && only) await this.#app.open(only.id)
    else await this.#app.library.refresh()
  }

  /** Imports dumps into one new design. */
  async takeDumps(files: readonly Readable[]): Promise<void> {
    const read = await this.#read(files)
    if (read.length === 0) return
    const name = this.#app.library.newName(nameOfImport(read.map(({ path }) => path)))
    await this.#imports.files(name, read)
    if (this.#imports.failure) this.#app.report('Nothing was imported', this.#imports.failure)
    await this.#app.library.refresh()
  }

  async #read(files: readonly Readable[]): Promise<readonly PickedFile[]> {
    const read = await readJsonFiles(files)
    if (!('refused' in read)) return read
    this.#app.notices.add('error', read.refused)
    return []
  }
}
