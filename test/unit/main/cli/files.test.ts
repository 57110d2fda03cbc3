import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newFolder, run, writeSample } from './run.ts'

let folder: string
beforeEach(() => { folder = newFolder() })
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Uint8Array): string => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const vpcs = (id: string): string => JSON.stringify({ Vpcs: [{ VpcId: id, CidrBlock: '10.0.0.0/16', OwnerId: '111122223333', State: 'available', Tags: [{ Key: 'Name', Value: 'prod' }] }, { nonsense: true }] })

describe('import', () => {
  it('writes a design file and accounts for everything it read', async () => {
    write('dump/111122223333/eu-west-1/anything.json', vpcs('vpc-1'))
    write('dump/111122223333/eu-west-1/broken.json', '{')
    const target = join(folder, 'my plan.causeway.json')
    const { exit, out, err } = await run('import', join(folder, 'dump'), '-o', target, '--json')
    const report = JSON.parse(out) as { total: number; shown: number; skipped: number; entries: object[]; warnings: object[] }
    expect([exit, err]).toEqual([0, `wrote ${target}\n`])
    expect(report.shown + report.skipped).toBe(report.total)
    expect(report.entries).toHaveLength(report.total)
    expect(report.warnings).toHaveLength(1)
    const design = JSON.parse(readFileSync(target, 'utf8')) as { name: string; resources: Record<string, { awsId: string; Region: string }>; placements: object }
    expect(design.name).toBe('my plan')
    expect(Object.values(design.resources)).toContainEqual(expect.objectContaining({ awsId: 'vpc-1', Region: 'eu-west-1' }))
    expect(Object.keys(design.placements)).not.toHaveLength(0)
  })

  it('tells people what was read and skipped, and takes several files', async () => {
    const target = join(folder, 'x.causeway.json')
    const { exit, out } = await run('import', write('a.json', vpcs('vpc-1')), write('b.json', vpcs('vpc-2')), '-o', target)
    expect(exit).toBe(0)
    expect(out).toMatch(/Vpc {2}2 shown/)
    expect(out).toMatch(/\d+ things: 2 shown, \d+ skipped\n$/)
    expect(await run('check', target)).toMatchObject({ exit: 0, err: '' })
  })

  it.each(['le', 'be'])('reads UTF-16 (%s) with a byte order mark, as every command does', async (order) => {
    const bytes = Buffer.from(`\ufeff${vpcs('vpc-1')}`, 'utf16le')
    const path = write('a.json', order === 'le' ? bytes : bytes.swap16())
    expect(await run('import', path, '-o', join(folder, 'x.causeway.json'))).toMatchObject({ exit: 0 })
    expect(await run('check', path)).toMatchObject({ exit: 0 })
  })

  it('reads what it can beside a file that is too large', async () => {
    write('dump/a.json', vpcs('vpc-1'))
    truncateSync(write('dump/log.json', ''), 3 * 1024 ** 3)
    const { exit, out } = await run('import', join(folder, 'dump'), '-o', join(folder, 'x.causeway.json'), '--json')
    const { warnings } = JSON.parse(out) as { warnings: { message: string }[] }
    expect([exit, warnings.map(({ message }) => message)]).toEqual([0, [expect.stringContaining('at most 64 MiB are read')]])
  })

  it.each([
    [['-o', 'x.json'], '<path> is missing (or --aws to read accounts)'],
    [['dump'], '--output <file> is missing'],
    [['', '-o', 'x.json'], '<path> is missing'],
    [['dump', '-o', 'x.json', '--profile', 'me'], '--profile goes with --aws'],
    [['dump', '--aws', '-o', 'x.json'], '--aws reads accounts, not files'],
    [['--aws', '--endpoint-url', 'here', '-o', 'x.json'], '--endpoint-url here: is not a URL'],
  ])('%j is one clear error', async (argv, message) => {
    const { exit, out, err } = await run('import', ...argv)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(`causeway import: ${message}`)
  })

  it('leaves the old file alone when there is nothing to import, and no file when it cannot write', async () => {
    const target = write('old.causeway.json', 'old')
    expect((await run('import', write('bad.json', 'no'), '-o', target)).exit).toBe(2)
    expect(readFileSync(target, 'utf8')).toBe('old')
    const { exit, out, err } = await run('import', write('good.json', vpcs('vpc-1')), '-o', join(folder, 'no', 'where.json'))
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain('there is no such file or folder')
    expect(readdirSync(folder).sort()).toEqual(['bad.json', 'good.json', 'old.causeway.json'])
  })
})

describe('a <design>', () => {
  it('is told from a dump by what it says, not by its name', async () => {
    const text = readFileSync(writeSample(folder), 'utf8')
    expect(await run('simulate', write('renamed.json', text), '--json')).toMatchObject({ exit: 0, err: '' })
    expect(await run('simulate', write('dump.json', vpcs('vpc-1')), '--json')).toMatchObject({ exit: 0, err: expect.stringContaining('2 things read, 1 shown, 1 skipped') })
  })

  it.each([
    ['empty.json', '', 'it is empty'],
    ['binary.json', new Uint8Array([0, 255, 1, 254]), 'not a text file'],
    ['word.json', '"design"', 'not the answer of an AWS describe call'],
    ['cut.causeway.json', '{"format": "causeway-design", "schemaVersion": 1, "na', 'not valid JSON'],
    ['cut.json', '{"format": "causeway-design", "schemaVersion": 1, "na', 'not valid JSON'],
    ['other.causeway.json', '{"Vpcs": []}', 'not a Causeway design'],
    ['newer.causeway.json', '{"format": "causeway-design", "schemaVersion": 7}', 'update Causeway'],
    ['wrong.causeway.json', '{"format": "causeway-design", "schemaVersion": 1, "name": 4, "resources": []}', 'name: '],
    ['deep.json', '{"Vpcs":'.repeat(10_000) + '1' + '}'.repeat(10_000), 'deep'],
    ['deep.causeway.json', `{"format":"causeway-design","schemaVersion":1,"name":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'name: '],
    ['proto.causeway.json', '{"format":"causeway-design","schemaVersion":1,"name":"x","resources":{},"intents":{},"placements":{},"boxes":{},"constructor":{"prototype":{"polluted":1}}}', 'constructor'],
    ['proto.json', '{"__proto__": {"polluted": 1}, "constructor": 3}', 'nothing in it is part of a network'],
    ['package.json', '{"name": "x", "files": ["a"]}', 'nothing in it is part of a network'],
  ])('%s is refused in one sentence with its path', async (name, content, reason) => {
    const path = write(name, content)
    const { exit, out, err } = await run('check', path, '--json')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(path)
    expect(err).toContain(reason)
    expect(err.length).toBeLessThan(1_500)
  })

  it('is refused by its size before it is read', async () => {
    for (const name of ['huge.causeway.json', 'huge.json']) {
      const path = write(name, '{"format": "causeway-design"')
      truncateSync(path, 65 * 1024 * 1024)
      expect(await run('check', path)).toMatchObject({ exit: 2, err: expect.stringMatching(/at most \d+ (MiB )?are read/) })
    }
  })

  it.each(['/nowhere', '/dev/null'])('is refused at %s', async (path) => {
    expect(await run('check', path)).toMatchObject({ exit: 2, out: '', err: expect.stringContaining(path) })
  })
})

describe('export', () => {
  it('writes a picture, the same each time', async () => {
    const design = writeSample(folder)
    const [first, second] = [join(folder, 'a.svg'), join(folder, 'b.svg')]
    expect(await run('export', design, '--format', 'svg', '-o', first)).toMatchObject({ exit: 0, out: '', err: `wrote ${first}\n` })
    await run('export', design, '--format', 'svg', '-o', second)
    expect(readFileSync(first, 'utf8')).toContain('<svg')
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true)
    await run('export', design, '--format', 'svg', '-o', second, '--theme', 'dark')
    expect(readFileSync(second).equals(readFileSync(first))).toBe(false)
  })

  it('writes one template to a file, several into a folder', async () => {
    const one = join(folder, 'one.yaml')
    expect(await run('export', write('one.json', vpcs('vpc-1')), '--format', 'cloudformation', '-o', one)).toMatchObject({ exit: 0 })
    expect(readFileSync(one, 'utf8')).toContain('AWS::EC2::VPC')
    write('two/111122223333/eu-west-1/a.json', vpcs('vpc-1'))
    write('two/111122223333/us-east-1/a.json', vpcs('vpc-2'))
    expect(await run('export', join(folder, 'two'), '--format', 'cloudformation', '-o', join(folder, 'out'))).toMatchObject({ exit: 0 })
    expect(readdirSync(join(folder, 'out'))).toHaveLength(2)
    expect(await run('export', join(folder, 'two'), '--format', 'cloudformation', '-o', one)).toMatchObject({ exit: 2, err: expect.stringContaining('this must be a folder') })
  })

  it.each([
    [['--format', 'gif', '-o', 'x'], '--format gif: choose one of svg, png, pdf, cloudformation'],
    [['--format', 'svg'], '--output <path> is missing'],
    [['--format', 'png', '-o', 'x', '--scale', '100'], '--scale 100: give a number from 0.1 to 8'],
    [['--format', 'png', '-o', 'x', '--scale', 'big'], '--scale big: give a number from 0.1 to 8'],
  ])('%j is one clear error', async (argv, message) => {
    const { exit, err } = await run('export', writeSample(folder), ...argv)
    expect(exit).toBe(2)
    expect(err).toContain(`causeway export: ${message}`)
    expect(readdirSync(folder)).toEqual(['sample.causeway.json'])
  })
})
