import type { App } from '../app.svelte.ts'
import type { Sample } from './samples.ts'

/** Puts a sample into the library as a design of the person's own, and opens it. */
export async function startSample(app: App, sample: Sample): Promise<void> {
  const created = await app.library.openFile({ path: sample.fileName, text: await sample.read() })
  if (created) await app.open(created.id)
}
