import { fileURLToPath } from 'node:url'

const isSource = import.meta.url.endsWith('.ts')
const out = new URL(isSource ? '../../out/' : '../', import.meta.url)

/** The renderer's build. */
export const rendererFolder = fileURLToPath(new URL('renderer', out))

/** The preload's one file. */
export const preloadFile = fileURLToPath(new URL('preload/preload.cjs', out))
