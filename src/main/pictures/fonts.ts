import { createRequire } from 'node:module'
import { join } from 'node:path'

// Not called `require`: the build puts a constant of that name into every file.
const moduleRequire = createRequire(import.meta.url)

// Native code cannot read inside app.asar; the package keeps the fonts beside it, unpacked.
const file = (path: string): string => moduleRequire.resolve(join('@expo-google-fonts/noto-sans', path)).replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')

/** Files of the bundled font. */
export const FONT_FILES = { regular: file('400Regular/NotoSans_400Regular.ttf'), bold: file('600SemiBold/NotoSans_600SemiBold.ttf') } as const
