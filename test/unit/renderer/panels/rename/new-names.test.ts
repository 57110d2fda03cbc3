import { expect, test } from 'vitest'
import { newNames, renameAll } from '../../../../../src/renderer/panels/rename/new-names.ts'
import { applyEdit, invertEdit } from '../../../../../src/shared/document/edit.ts'
import { serializeDesign } from '../../../../../src/shared/document/serialize.ts'
import { at, networkIndex } from '../network.ts'

const index = networkIndex()
const ids = [at('subnet:app'), at('subnet:dev-app')]
const after = (way: Parameters<typeof newNames>[2]) => newNames(index, ids, way).map((name) => name.after)

test('names are numbered after a pattern, in the given order', () => {
  expect(after({ kind: 'number', pattern: 'app-##-euw1', start: 9 })).toEqual(['app-09-euw1', 'app-10-euw1'])
  expect(after({ kind: 'number', pattern: 'Subnet', start: 1 })).toEqual(['Subnet 1', 'Subnet 2'])
  expect(after({ kind: 'number', pattern: '  ', start: 1 }), 'no pattern yet').toEqual(newNames(index, ids, { kind: 'replace', part: '', by: '' }).map(({ before }) => before))
})

test('a part is replaced as it is written, and no name becomes empty', () => {
  const [first] = newNames(index, ids, { kind: 'replace', part: 'App', by: 'Web $1' })
  expect(first?.after).toBe(first?.before.replace('App', () => 'Web $1'))
  expect(after({ kind: 'replace', part: first?.before ?? '', by: '' })[0]).toBe(first?.before)
})

test('all are renamed in one step that can be taken back', () => {
  const edit = renameAll(index, newNames(index, ids, { kind: 'number', pattern: 'net-#', start: 1 }))
  expect(edit.label).toBe('Rename 2 resources')
  const made = applyEdit(index.design, edit)
  if (!made.ok) throw new Error(made.problems[0]?.message)
  expect(ids.map((id) => made.value.resources[id]?.name)).toEqual(['net-1', 'net-2'])
  const back = applyEdit(made.value, invertEdit(edit))
  expect(back.ok && serializeDesign(back.value)).toBe(serializeDesign(index.design))
})
