import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** A file of the renderer's build. */
export interface Content {
  readonly body: Buffer<ArrayBuffer>
  readonly type: string
}

/**
 * The file behind the path of a URL ('/' is index.html); undefined when there is none, when the path leaves the
 * folder in any spelling, or when its kind is not one the renderer's build has.
 */
export async function readContent(folder: string, urlPath: string): Promise<Content | undefined> {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  if (!path.startsWith('/') || path.includes('\\') || path.includes('\0')) return undefined
  if (path.split('/').some((name) => name.startsWith('.'))) return undefined
  const type = types[extname(path === '/' ? 'index.html' : path)]
  if (type === undefined) return undefined
  try {
    return { body: await readFile(join(folder, path === '/' ? 'index.html' : path)), type }
  } catch {
    return undefined
  }
}

/**
 * The headers that every answer of both hosts carries. Inline styles are allowed because Svelte Flow places its
 * nodes with them; scripts come from the build alone.
 */
export function securityHeaders(connect: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "worker-src 'self'",
      `connect-src ${connect}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
  }
}
