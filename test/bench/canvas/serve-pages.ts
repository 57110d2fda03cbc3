import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'
import { root } from '../../e2e/harness/root.ts'
import type { Graph } from './graph.ts'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

/** The peers' pages, built for production and served together with the graphs. */
export interface ServedPages {
  readonly address: string
  stop(): void
}

/** Builds the pages into a folder and serves it; `/<size>.json` is the graph of that size. */
export async function servePages(folder: string, graphs: ReadonlyMap<number, Graph>): Promise<ServedPages> {
  const pages = join(import.meta.dirname, 'pages')
  await build({
    configFile: false,
    root: pages,
    base: './',
    logLevel: 'error',
    mode: 'production',
    plugins: [svelte({ configFile: join(root, 'svelte.config.js') })],
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 4000, rolldownOptions: { input: ['limit', 'svelte-flow', 'react-flow'].map((name) => join(pages, `${name}.html`)) } },
  })
  const answers = new Map([...graphs].map(([size, graph]) => [`/${size}.json`, JSON.stringify(graph)]))
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    const graph = answers.get(path)
    if (graph !== undefined) response.writeHead(200, { 'content-type': 'application/json' }).end(graph)
    else {
      readFile(join(folder, path)).then(
        (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(bytes),
        () => response.writeHead(404).end(),
      )
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, stop: () => void server.close() }
}
