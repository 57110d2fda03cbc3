import { expect, it } from 'vitest'
import { FixPreview, type FixRequest } from '../../../../../src/renderer/panels/fix/fix-preview.svelte.ts'
import { arrange } from '../../../../../src/main/arrange.ts'
import { designOf, samples } from '../../../shared/rules/samples.ts'
import { sessionOf } from '../../state/session-of.ts'

async function opened(rule: string, name: string) {
  const sample = samples.find((one) => one.rule === rule && one.name === name)
  if (!sample) throw new Error(`no ${rule}/${name}`)
  const design = arrange(designOf(sample))
  const parts = sessionOf(design)
  await parts.settled()
  const findings = (parts.session.analysis?.findings ?? []).filter((finding) => finding.rule === rule && finding.fixes.length > 0)
  const look = async (request: FixRequest = { findings }) => {
    const preview = new FixPreview(parts.session, request)
    const working = preview.work()
    await parts.settled()
    await working
    return preview
  }
  return { ...parts, design, findings, look }
}

it('shows all fixes of a rule and what they do, and makes them as one step', async () => {
  const { session, design, look, settled } = await opened('management-access', 'bad')
  const preview = await look()
  expect([preview.complaint, preview.run, preview.plan?.fixed.length, preview.effect?.gone.length, preview.effect?.turned.map(({ after }) => after)]).toEqual([undefined, undefined, 3, 3, [true, true, true]])
  expect(preview.comparison?.groups.map(({ kind, changes }) => [kind, changes.map(({ words }) => [words.name, words.lines.length])])).toEqual([['changed', [['web', 3]]]])
  expect(session.design).toBe(design)
  expect(preview.apply()).toBe(true)
  await settled()
  session.undo()
  expect(session.design).toEqual(design)
})

it('gives what a fix makes a place on the canvas', async () => {
  const { findings: [finding], look } = await opened('nat-instead-of-gateway-endpoint', 'none')
  const [fix] = finding?.fixes ?? []
  if (!finding || !fix) throw new Error('no fix')
  const preview = await look({ findings: [finding], fix })
  const made = fix.edit.changes.flatMap((change) => (change.op === 'put' && change.before === undefined ? [change.id] : []))
  expect(made.length).toBeGreaterThan(0)
  expect(preview.edit?.changes).toEqual(expect.arrayContaining(made.map((id) => expect.objectContaining({ collection: 'placements', id }))))
  expect(preview.comparison?.marks.map(({ kind }) => kind)).toContain('added')
})

it('says that it cannot be worked out when the design changed meanwhile', async () => {
  const { session, findings, settled } = await opened('management-access', 'bad')
  const preview = new FixPreview(session, { findings })
  const working = preview.work()
  session.perform({ label: 'Rename', changes: [{ op: 'rename', before: session.design.name, after: 'Other' }] })
  await settled()
  await working
  expect([preview.complaint, preview.edit]).toEqual(['It could not be worked out.', undefined])
})
