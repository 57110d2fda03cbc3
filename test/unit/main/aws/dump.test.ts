import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LARGEST_FILE_BYTES, readDump } from '../../../../src/main/aws/dump.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'causeway-dump-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, content: string | Uint8Array): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

async function failureOf(...paths: string[]) {
  const read = await readDump(paths)
  return read.ok ? undefined : read.problems.map(({ code, path, message }) => ({ code, path, message }))
}

describe('readDump', () => {
  it('reads folders, files and several, with their places', async () => {
    write('aws_configs/123456789012/eu-west-1/a.json', '{"Vpcs":[]}')
    write('aws_configs/123456789012/us-east-1/b.json', '{"Subnets":[]}')
    write('aws_configs/readme.txt', 'no')
    const single = write('other', '{"RouteTables":[]}')
    const read = await readDump([join(folder, 'aws_configs'), single, single])
    expect(read.ok && read.value.sources.map(({ key, account, region }) => [key, account, region])).toEqual([
      ['Vpcs', '123456789012', 'eu-west-1'],
      ['Subnets', '123456789012', 'us-east-1'],
      ['RouteTables', undefined, undefined],
    ])
    expect(read.ok && read.value.warnings).toEqual([])
  })

  it('takes account and Region from the folders above what is given', async () => {
    write('123456789012/eu-west-1/a.json', '{"Vpcs":[]}')
    for (const given of ['123456789012/eu-west-1', '123456789012/eu-west-1/a.json']) {
      const read = await readDump([join(folder, given)])
      expect(read.ok && read.value.sources[0]).toMatchObject({ account: '123456789012', region: 'eu-west-1' })
    }
  })

  it('follows links once, and not in circles', async () => {
    write('dump/a.json', '{"Vpcs":[]}')
    symlinkSync(folder, join(folder, 'dump/up'))
    symlinkSync(join(folder, 'dump/a.json'), join(folder, 'dump/b.json'))
    symlinkSync(join(folder, 'dump/nowhere'), join(folder, 'dump/c.json'))
    const read = await readDump([join(folder, 'dump')])
    expect(read.ok && read.value.sources.length).toBe(1)
    expect(read.ok && read.value.warnings.map(({ origin }) => origin)).toEqual([join(folder, 'dump/c.json')])
  })

  it('goes on past files that cannot be read', async () => {
    write('a.json', '{"Vpcs":[')
    write('b.json', new Uint8Array([0, 1, 254, 255]))
    write('c.json', `{"Vpcs":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)
    write('d.json', Buffer.from('\ufeff{"Vpcs":[]}', 'utf16le'))
    const read = await readDump([folder])
    expect(read.ok && [read.value.sources.length, read.value.warnings.length]).toEqual([1, 3])
  })

  it('refuses what is too large before reading it', async () => {
    truncateSync(write('huge.json', ''), LARGEST_FILE_BYTES + 1)
    expect(await failureOf(join(folder, 'huge.json'))).toMatchObject([{ code: 'nothing-to-import', message: expect.stringContaining('at most 64 MiB') as unknown }])
    for (let index = 0; index < 9; index++) truncateSync(write(`many/${index}.json`, ''), LARGEST_FILE_BYTES)
    expect(await failureOf(join(folder, 'many'))).toMatchObject([{ code: 'file-too-large' }])
  })

  it('says clearly that there is nothing', async () => {
    mkdirSync(join(folder, 'empty'))
    write('bad/a.json', '')
    write('bad/b.json', '[]')
    const missing = join(folder, 'missing')
    expect(await failureOf(missing)).toEqual([{ code: 'file-unreadable', path: missing, message: 'could not be read: there is no such file or folder; check the path.' }])
    expect(await failureOf(join(folder, 'empty'))).toMatchObject([{ code: 'nothing-to-import', message: expect.stringContaining('no .json file') as unknown }])
    expect(await failureOf(join(folder, 'bad'))).toMatchObject([{ code: 'nothing-to-import', message: expect.stringContaining('None of its 2 JSON files') as unknown }])
    const foreign = write('package.json', '{"name":"x","files":["a"]}')
    expect(await failureOf(foreign)).toMatchObject([{ code: 'nothing-to-import', path: foreign, message: expect.stringContaining('nothing in it is part of a network') as unknown }])
    expect(await failureOf(join(folder, 'bad/b.json'))).toMatchObject([{ code: 'nothing-to-import', message: expect.stringContaining('not the answer') as unknown }])
  })
})
