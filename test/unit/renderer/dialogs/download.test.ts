import { expect, test } from 'vitest'
import { type Kept, keepFile } from '../../../../src/renderer/dialogs/download.ts'
import { fileNameOf } from '../../../../src/renderer/panels/topbar/exports.ts'
import type { API } from '../../../../src/shared/api.ts'
import { answer, type Client, refuse } from '../../../../src/shared/contract.ts'

type Saved = Awaited<ReturnType<Client<typeof API>['file.save']>>

async function keep(saved: Saved): Promise<{ readonly kept: Kept; readonly offered: readonly string[] }> {
  const offered: string[] = []
  const kept = await keepFile({ 'file.save': async () => saved }, 'a.svg', 'image/svg+xml', new Uint8Array(1), (name) => offered.push(name))
  return { kept, offered }
}

test('a file goes where main says', async () => {
  expect(await keep(answer({ outcome: 'saved', path: '/home/a.svg' }))).toEqual({ kept: { outcome: 'saved', path: '/home/a.svg' }, offered: [] })
  expect(await keep(answer({ outcome: 'download' }))).toEqual({ kept: { outcome: 'downloaded' }, offered: ['a.svg'] })
  expect(await keep(answer({ outcome: 'cancelled' }))).toEqual({ kept: { outcome: 'cancelled' }, offered: [] })
})

test('a refusal is told, but a lost connection does not keep the file from the person', async () => {
  expect((await keep(refuse('disk-full', 'full'))).kept).toMatchObject({ outcome: 'failed', error: { code: 'disk-full' } })
  expect(await keep(refuse('connection-lost', 'gone'))).toEqual({ kept: { outcome: 'downloaded' }, offered: ['a.svg'] })
})

test('file names hold nothing that a file system refuses', () => {
  expect(fileNameOf('HQ / Prod: "v2"')).toBe('HQ - Prod- -v2-.causeway.json')
  expect(fileNameOf('  ')).toBe('design.causeway.json')
})
