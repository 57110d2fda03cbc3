import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { drawDesign, ownersOf } from '../../../../src/shared/drawing/index.ts'
import { layoutDesign } from '../../../../src/shared/layout/index.ts'
import { KIND_DEFINITIONS } from '../../../../src/shared/model/index.ts'
import { LAYER_NAMES, type LayerName, layerOf } from '../../../../src/shared/model/layer.ts'
import { patternDesign } from '../../../../src/shared/patterns/index.ts'

const bare = patternDesign('a9-direct-connect-vpn')
const placed = applyEdit(bare, layoutDesign(bare))
if (!placed.ok) throw new Error('no layout')
const design = placed.value
const index = indexOf(design)
const shown = (...hidden: LayerName[]) => new Set(ownersOf(index, new Set(hidden)))

describe('layers', () => {
  it('have every kind that is drawn besides containers', () => {
    for (const { kind, appearance } of KIND_DEFINITIONS) {
      const layer = layerOf(kind as Parameters<typeof layerOf>[0])
      expect([kind, layer !== undefined]).toEqual([kind, ['node', 'link', 'annotation'].includes(appearance)])
    }
  })

  it('take away what is on them, and links to it, and nothing else', () => {
    const all = shown()
    for (const layer of LAYER_NAMES) {
      const left = shown(layer)
      for (const id of all) {
        const resource = index.get(id as never)
        const isOn = resource && layerOf(resource.kind) === layer
        if (isOn) expect(left.has(id), id).toBe(false)
        else if (resource === undefined || !KIND_DEFINITIONS.some(({ kind, appearance }) => kind === resource.kind && appearance === 'link')) expect(left.has(id), id).toBe(true)
      }
    }
    expect(shown('VPN and remote access').size).toBeLessThan(all.size)
    // A line needs both its ends.
    expect([...shown('Customer network')].filter((id) => id.startsWith('vpn-connection:'))).toEqual([])
  })

  it('are left out of the picture', () => {
    const owners = new Set(drawDesign(design, { hidden: new Set<LayerName>(['Direct Connect']) }).items.map((item) => item.owner))
    expect([...owners].filter((owner) => owner?.startsWith('direct-connect'))).toEqual([])
    expect(owners.size).toBeGreaterThan(0)
  })
})
