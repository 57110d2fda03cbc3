import { expect, it } from 'vitest'
import { applyEdit } from '../../../../../src/shared/document/edit.ts'
import { compareFindings, effectOfEdit } from '../../../../../src/shared/rules/fixing/effect.ts'
import { effectWords, turnWords } from '../../../../../src/shared/rules/fixing/words.ts'
import { Check } from '../../../../../src/shared/rules/index.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { finish } from '../../../../../src/shared/slices.ts'
import { check, designOf, samples, TODAY } from '../samples.ts'

const sampleOf = (rule: string, name: string) => {
  const sample = samples.find((one) => one.rule === rule && one.name === name)
  if (!sample) throw new Error(`no ${rule}/${name}`)
  return designOf(sample)
}
const given = { today: TODAY }

it('names the findings that go and come, and the intents that turn', () => {
  const design = sampleOf('asymmetric-firewall', 'bad-no-appliance-mode')
  const [finding] = check(design).filter(({ rule }) => rule === 'asymmetric-firewall')
  const edit = finding?.fixes[0]?.edit
  if (!edit) throw new Error('no fix')
  const effect = finish(effectOfEdit(simulate(design), edit, given))
  if (!effect.ok) throw new Error('does not fit')
  const { gone, come, turned } = effect.value
  expect(gone.map(({ rule }) => rule)).toEqual(['asymmetric-firewall'])
  expect(come.map(({ rule }) => rule)).toEqual(['single-point-of-failure'])
  expect(turned.map((turn) => turnWords(turn))).toEqual([expect.stringContaining('-> holds')])
  expect(effectWords(effect.value)).toBe('1 finding goes, 1 finding comes, 1 intent is judged otherwise.')
})

it('is what reviewing the edited design from scratch says, whatever check it starts from', () => {
  for (const sample of samples.filter(({ name }, at) => name.startsWith('bad') && at % 25 === 0)) {
    const design = designOf(sample)
    const before = check(design)
    const edit = before.find(({ fixes }) => fixes.length > 0)?.fixes[0]?.edit
    if (!edit) continue
    const edited = applyEdit(design, edit)
    if (!edited.ok) throw new Error('does not fit')
    const simulation = simulate(design)
    const known = new Check(edited.value, simulate(edited.value), given)
    const effect = finish(effectOfEdit(simulation, edit, given, known))
    const { turned: _, ...found } = effect.ok ? effect.value : { turned: [] }
    expect([sample.folder, found]).toEqual([sample.folder, compareFindings(before, check(edited.value))])
  }
})

it('tells a finding in other words from one that goes while another comes', () => {
  const [finding] = check(sampleOf('cidr-size', 'subnet-too-small'))
  if (!finding) throw new Error('nothing found')
  const reworded = { ...finding, message: 'now two of them' }
  expect(compareFindings([finding], [reworded])).toEqual({ gone: [], come: [], reworded: [{ before: finding, after: reworded }] })
  expect(compareFindings([finding, finding], [finding])).toEqual({ gone: [finding], come: [], reworded: [] })
})

it('refuses an edit that does not fit', () => {
  const design = sampleOf('cidr-size', 'subnet-too-small')
  expect(finish(effectOfEdit(simulate(design), { label: 'x', changes: [{ op: 'rename', before: 'other', after: 'new' }] }, given)).ok).toBe(false)
})
