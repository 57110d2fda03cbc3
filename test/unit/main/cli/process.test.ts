import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFolder, writeSample } from './run.ts'

const entry = join(import.meta.dirname, '../../../../src/main/cli.ts')
const script = `const { main } = await import(${JSON.stringify(entry)}); process.exitCode = await main(process.argv.slice(1))`

let folder: string
let design: string
beforeAll(() => {
  folder = newFolder()
  design = writeSample(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Starts `causeway` as a process of its own; `onOut` may act on what it prints. */
function causeway(argv: readonly string[], onOut: (text: string, stop: (signal: NodeJS.Signals) => void) => void = () => undefined): Promise<{ exit: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, err] = ['', '']
    child.stdout.on('data', (data: Buffer) => onOut(out += data.toString(), (signal) => child.kill(signal)))
    child.stderr.on('data', (data: Buffer) => { err += data.toString() })
    child.on('close', (exit) => resolve({ exit, out, err }))
  })
}

describe('as a process', () => {
  it('ends with its exit codes', async () => {
    expect(await causeway(['simulate', design, '--json'])).toMatchObject({ exit: 0, err: '' })
    expect(await causeway(['trace', design, '--from', 'hq', '--to', '10.0.9.9'])).toMatchObject({ exit: 1, err: '' })
    expect(await causeway(['check', join(folder, 'nothing')])).toMatchObject({ exit: 2, out: '' })
  })

  it('does not mind a reader that goes away', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" --input-type=module -e '${script}' -- simulate "${design}" --json | head -c 10; exit`], { stdio: ['ignore', 'pipe', 'pipe'] })
    let err = ''
    child.stderr.on('data', (data: Buffer) => { err += data.toString() })
    await new Promise((resolve) => child.on('close', resolve))
    expect(err).toBe('')
  })
})

describe('serve', () => {
  it('says where it is and stops when asked to', async () => {
    const argv = ['serve', '--no-open', '--library', join(folder, 'library')]
    const { exit, out, err } = await causeway(argv, (text, stop) => { if (text.includes('\n')) stop('SIGINT') })
    expect([exit, err]).toEqual([0, ''])
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\?token=/)
  })

  it('refuses a port that is taken in one sentence', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    expect(await causeway(['serve', '--no-open', '--port', String(port), '--library', join(folder, 'library')])).toMatchObject({ exit: 2, out: '', err: expect.stringContaining(`port ${port} of 127.0.0.1 is taken`) })
    server.close()
  })
})
