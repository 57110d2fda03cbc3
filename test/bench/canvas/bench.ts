import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openLibrary } from '../../../src/main/library/library.ts'
import { chromiumArgs, findChromium } from '../../setup/chromium.ts'
import { serve } from '../../e2e/harness/loopback.ts'
import { chromium } from '@playwright/test'
import { type Contestant, peer, product, type Surface } from './contestants.ts'
import { designOf } from './design.ts'
import { graphOf } from './graph.ts'
import { OPERATIONS, operate } from './operations.ts'
import { report, type Round } from './report.ts'
import { servePages } from './serve-pages.ts'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '200,1000,5000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    operations: { type: 'string', default: '' },
    json: { type: 'string' },
    markdown: { type: 'string' },
    pictures: { type: 'string' },
    profiles: { type: 'string' },
  },
})
const sizes = options.sizes.split(',').map(Number)
const LIMIT = 'bare canvas'

const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-canvas-'))
const designs = new Map(sizes.map((size) => [size, designOf(size)]))
const graphs = new Map([...designs].map(([size, design]) => [size, graphOf(design)]))

/** Puts the designs into a library; their ids by size. */
function fillLibrary(): Map<number, string> {
  const library = openLibrary({ folder: join(folder, 'library') })
  if (!library.ok) throw new Error(library.error.message)
  const ids = [...designs].map(([size, design]) => {
    const created = library.value.create({ name: design.name, design })
    if (!created.ok) throw new Error(created.error.message)
    return [size, created.value.id] as const
  })
  library.value.close()
  return new Map(ids)
}

const ids = fillLibrary()
const pages = await servePages(join(folder, 'pages'), graphs)
const executablePath = findChromium()
const browser = await chromium.launch({ args: [...chromiumArgs], ...(executablePath === undefined ? {} : { executablePath }) })
const serving = await serve(join(folder, 'library'))
let surface: Surface = { x: 0, y: 0, width: 1440, height: 900 }

/** Every page needs an address with a token of its own: the last one is printed when the one before was used. */
async function nextAddress(): Promise<string> {
  const used = new Set(handedOut)
  for (;;) {
    const fresh = [...serving.output().matchAll(/http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/g)].map(([address]) => address).find((address) => !used.has(address))
    if (fresh !== undefined) {
      handedOut.push(fresh)
      return fresh
    }
    await new Promise((done) => setTimeout(done, 50))
  }
}
const handedOut: string[] = []

const ours = product(nextAddress, ids)
const all: readonly Contestant[] = [ours, peer(LIMIT, 'limit', pages.address, () => surface), peer('Svelte Flow', 'svelte-flow', pages.address, () => surface), peer('React Flow', 'react-flow', pages.address, () => surface)]
const contestants = all.filter(({ name }) => options.only === '' || options.only.split(',').some((part) => name.toLowerCase().includes(part.toLowerCase())))
const operations = OPERATIONS.filter((operation) => options.operations === '' || options.operations.split(',').includes(operation))
const rounds: Round[] = []

try {
  // All canvases are as large as ours is.
  const first = await ours.show(browser, sizes[0] ?? 200)
  surface = first.surface
  await first.page.context().close()
  for (const size of sizes) {
    const graph = graphs.get(size)
    if (!graph) continue
    process.stderr.write(`${size} resources: ${graph.boxes.length} boxes, ${graph.lines.length} lines\n`)
    for (let round = 0; round < Number(options.rounds); round++) {
      // A round has each of them once, in turns first: what else the machine does hits all alike.
      for (const contestant of [...contestants.slice(round % contestants.length), ...contestants.slice(0, round % contestants.length)]) {
        const start = performance.now()
        const showing = await contestant.show(browser, size)
        await showing.cdp.send('HeapProfiler.collectGarbage')
        const { usedSize } = await showing.cdp.send('Runtime.getHeapUsage')
        if (options.profiles !== undefined) {
          await showing.cdp.send('Profiler.enable')
          await showing.cdp.send('Profiler.start')
        }
        const samples = await operate(showing, graph, operations, async (operation) => {
          if (options.pictures !== undefined) await showing.page.screenshot({ path: join(resolve(options.pictures), `${contestant.name} ${size} ${operation}.png`) })
        })
        if (options.profiles !== undefined) {
          const { profile } = await showing.cdp.send('Profiler.stop')
          writeFileSync(join(resolve(options.profiles), `${contestant.name} ${size}.cpuprofile`), JSON.stringify(profile))
        }
        rounds.push({ contestant: contestant.name, size, round, paint: showing.shown.stable, read: showing.shown.read, paintCpu: showing.shownCpu * 1000, heap: usedSize / 2 ** 20, samples })
        await showing.page.context().close()
        process.stderr.write(`  round ${round + 1}: ${contestant.name}, ${Math.round((performance.now() - start) / 1000)} s\n`)
      }
    }
  }
  const text = report(rounds, contestants.map(({ name }) => name), LIMIT)
  process.stdout.write(`${text}\n`)
  if (options.markdown !== undefined) writeFileSync(resolve(options.markdown), `${text}\n`)
  if (options.json !== undefined) writeFileSync(resolve(options.json), `${JSON.stringify({ surface, rounds }, null, 2)}\n`)
} finally {
  await browser.close()
  await serving.stop()
  pages.stop()
  rmSync(folder, { recursive: true, force: true })
}
