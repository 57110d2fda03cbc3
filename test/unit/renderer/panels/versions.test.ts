import { expect, test } from 'vitest'
import { Versions, type VersionClient } from '../../../../src/renderer/panels/history/versions.svelte.ts'
import type { Version } from '../../../../src/shared/api.ts'
import { answer, refuse } from '../../../../src/shared/contract.ts'
import { emptyDesign } from '../../../../src/shared/document/design.ts'

const version = (revision: number, name?: string): Version => ({ revision, first: revision, startedAt: revision, madeAt: revision, ...(name === undefined ? {} : { name }), tally: { added: 0, removed: 0, changed: 0, moved: 0, others: 0 } })

function setUp(all: readonly Version[]) {
  const read: number[] = []
  const reports: string[] = []
  const client: VersionClient = {
    'library.versions': async ({ before = Infinity, most = 2 }) => {
      const found = all.filter(({ revision }) => revision < before)
      return answer({ versions: found.slice(0, Math.min(most, 2)), hasMore: found.length > 2 })
    },
    'library.version': async ({ revision }) => {
      read.push(revision)
      return revision === 99 ? refuse('design-damaged', 'broken') : answer({ revision, design: emptyDesign(String(revision)) })
    },
    'library.nameVersion': async ({ expectedName }) => (expectedName === null ? answer(null) : refuse('stale-name', 'renamed meanwhile')),
    'library.copy': async ({ name }) => answer({ id: 'copy', name, revision: 0, createdAt: 0, changedAt: 0, resources: 0 }),
  }
  return { versions: new Versions(client, 'd1', (tried, { message }) => reports.push(`${tried}: ${message}`)), read, reports }
}

test('begins with the newest version that is not what the design is now, and reads older ones on demand', async () => {
  const { versions } = setUp([version(7), version(5), version(3), version(0)])
  await versions.load(7)
  expect([versions.chosen, versions.pair, versions.hasMore]).toEqual([5, [5, undefined], true])
  expect(versions.previous).toBeUndefined()
  await versions.more()
  expect(versions.list?.map(({ revision }) => revision)).toEqual([7, 5, 3, 0])
  versions.against = 'previous'
  expect(versions.pair).toEqual([3, 5])
  versions.against = 7
  expect(versions.pair).toEqual([5, 7])
})

test('reads a version once, and says when it cannot be read', async () => {
  const { versions, read, reports } = setUp([version(1)])
  const [one, again, broken] = await Promise.all([versions.design(1), versions.design(1), versions.design(99)])
  expect([one === again, broken, read, reports]).toEqual([true, undefined, [1, 99], ['The version was not read: broken']])
})

test('does not overwrite a name, and reads the names again', async () => {
  const { versions, reports } = setUp([version(4, 'Mine'), version(0)])
  await versions.load(4)
  await versions.name(version(4, 'Old'), 'New')
  expect([reports, versions.version?.name]).toEqual([['The version was not named: renamed meanwhile'], 'Mine'])
})
