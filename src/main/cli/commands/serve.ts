import { resolve } from 'node:path'
import { answer } from '../../../shared/contract.ts'
import { readNumber } from '../arguments.ts'
import type { Command } from '../command.ts'

/** `causeway serve`: the designer in a browser of this machine. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Open the designer in a browser of this machine (127.0.0.1 only).',
  places: { label: '', least: 0, most: 0 },
  options: {
    port: { value: '<n>', help: 'port to listen on; by default a free one' },
    library: { value: '<dir>', help: "folder of the library of designs; by default the person's own, shared with the desktop window" },
    'no-open': { help: 'print the address instead of opening a browser' },
  },
  run: async (given, output) => {
    const port = readNumber(given, 'port', 0, 65_535)
    if (!port.ok) return port
    const library = given.text('library')
    const { serve } = await import('../../serve.ts')
    const served = await serve({
      port: port.value ?? 0,
      ...(library === undefined ? {} : { library: resolve(library) }),
      isOpening: !given.isSet('no-open'),
      print: output.print,
    })
    return served.ok ? answer(0) : served
  },
}
