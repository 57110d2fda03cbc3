import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../../../../src/shared/document/edit.ts'
import { indexOf } from '../../../../../src/shared/document/query.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { whyNot } from '../../../../../src/shared/simulation/why-not/why-not.ts'
import { previewOf } from '../../../../../src/renderer/panels/trace/edit-preview.ts'
import { withNewPlaces } from '../../../../../src/shared/layout/new-places.ts'
import { Sketch } from '../../../shared/simulation/sketch.ts'

/** A host in a VPC without a way to the internet, and what would give it one. */
function wayOut() {
  const sketch = new Sketch()
  const { vpc, subnets } = sketch.vpc('prod', '10.1.0.0/16', ['a'])
  const host = sketch.add('instance', 'web', { SubnetId: subnets[0], PrivateIpAddress: '10.1.1.10', PublicIpAddress: '198.51.100.7' })
  const design = { ...sketch.design(), placements: { [vpc]: { x: 0, y: 0, width: 400, height: 300 } } }
  const [alternative] = whyNot(simulate(design), { from: host, to: 'internet', protocol: 6, port: 443 }).alternatives
  if (!alternative) throw new Error('there is a way')
  return { design, alternative }
}

describe('an alternative in the trace panel', () => {
  it('is previewed by what it adds and takes away, with names instead of ids', () => {
    const { design, alternative } = wayOut()
    expect(previewOf(indexOf(design), alternative.edit)).toEqual([
      { where: 'New: Internet gateway', sign: '+', text: 'prod IGW · Region eu-west-1 · Attached to VpcId prod' },
      { where: 'prod-main, Routes', sign: '+', text: 'DestinationCidrBlock 0.0.0.0/0 · target prod IGW' },
    ])
  })

  it('is previewed as taking away what it replaces', () => {
    const { design } = wayOut()
    const before = [{ DestinationCidrBlock: '10.2.0.0/16' }, { DestinationCidrBlock: '10.3.0.0/16' }]
    const edit = { label: '', changes: [{ op: 'set' as const, collection: 'resources' as const, id: 'route-table:prod-main', field: 'Routes', before, after: before.slice(1) }] }
    expect(previewOf(indexOf(design), edit)).toEqual([{ where: 'prod-main, Routes', sign: '−', text: 'DestinationCidrBlock 10.2.0.0/16' }])
  })

  it('gives new nodes a place in the same step, and leaves other edits as they are', () => {
    const { design, alternative } = wayOut()
    const placed = withNewPlaces(design, alternative.edit)
    const after = applyEdit(design, placed)
    expect(after.ok && Object.keys(after.value.placements)).toContain('internet-gateway:prod')
    const [, route] = alternative.changes
    expect(route && withNewPlaces(design, route.edit)).toBe(route?.edit)
  })
})
