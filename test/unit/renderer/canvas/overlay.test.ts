import { expect, it } from 'vitest'
import { overlayOf } from '../../../../src/renderer/canvas/overlay.ts'
import { spokenName } from '../../../../src/renderer/canvas/spoken.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import type { Path } from '../../../../src/shared/simulation/types.ts'
import { DrawingBoard } from '../../shared/document/commands/drawing-board.ts'

const board = new DrawingBoard()
const site = board.add('site')
const device = board.add('customer-gateway', site)

function path(success: boolean, ...through: (ResourceId | 'internet')[]): Path {
  const hops = through.map((resource) => ({ resource, kind: resource === 'internet' ? ('internet' as const) : ('site' as const), name: '', steps: [] }))
  return { disposition: success ? 'delivered' : 'no-route', success, hops, elements: [], quality: { bandwidthUnlimited: true, encryption: 'inside', internet: false } }
}

const stopOf = (forward: Path, back?: Path) =>
  overlayOf(board.index, { analysis: undefined, down: { failed: [], carried: [], tunnels: [] }, trace: { forward, ...(back ? { return: back } : {}), works: forward.success && back?.success === true } })

it('marks where the packet ends, else where its reply does, and says so', () => {
  expect(stopOf(path(false, site, device)).stop).toBe(device)
  expect(stopOf(path(true, site, device), path(false, device, site)).stop).toBe(site)
  expect(spokenName(board.index, device, stopOf(path(false, site, device)))).toContain('the traced packet stops here')
})

it('marks nothing when all arrives, when it ends out of sight, or when nobody can tell', () => {
  expect(stopOf(path(true, site, device), path(true, device, site))).not.toHaveProperty('stop')
  expect(stopOf({ ...path(false, site, device), disposition: 'unknown' })).not.toHaveProperty('stop')
  expect(stopOf(path(false, site, 'internet'))).not.toHaveProperty('stop')
})
