import { basename } from 'node:path'

/**
 * Where a worker of src/main is: `workerUrl('pictures/render')` is src/main/pictures/render.worker.ts when run
 * from source, and out/main/render.worker.js in the build, where all entries lie side by side.
 */
export function workerUrl(path: string): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL(`./${path}.worker.ts`, import.meta.url)
    : new URL(`./${basename(path)}.worker.js`, import.meta.url)
}
