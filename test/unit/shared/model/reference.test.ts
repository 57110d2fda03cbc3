import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeResourceId, type ResourceId } from '../../../../src/shared/model/id.ts'
import { type Resource, resourceSchema } from '../../../../src/shared/model/index.ts'
import { mapReferences, referenceFields, referencesOf } from '../../../../src/shared/model/reference.ts'
import { wildDesign } from '../../arbitraries/wild.ts'

const seed = { seed: 21, numRuns: 30 }
const resources = wildDesign(2).map((design) => Object.values(design.resources))
const at = (value: unknown, path: readonly (string | number)[]) => path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value)
const idsOf = (resource: Resource) => referencesOf(resource).map(({ id }) => id)
const read = (fields: Record<string, unknown>) => resourceSchema.parse({ name: 'x', ...fields }) as Resource

/** Every id in a resource, found by looking at all its text. */
function idsByText(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z-]+:[01]$/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsByText) : []
}

describe('references', () => {
  it('are all found, where they are', () => {
    fc.assert(
      fc.property(resources, (all) => {
        for (const resource of all) {
          for (const { at: path, id } of referencesOf(resource)) expect(at(resource, path)).toBe(id)
          expect(idsOf(resource).sort()).toEqual(idsByText({ ...resource, id: '' }).sort())
        }
      }),
      seed,
    )
  })

  it('stay the very same object when nothing changes', () => {
    fc.assert(fc.property(resources, (all) => { for (const resource of all) expect(mapReferences(resource, (id) => id)).toBe(resource) }), seed)
  })

  it('are renamed everywhere and nothing else is', () => {
    const renamed = (id: ResourceId) => makeResourceId(id.split(':')[0] ?? '', `new-${id.split(':')[1]}`)
    const back = (id: ResourceId) => makeResourceId(id.split(':')[0] ?? '', id.split('new-')[1] ?? '')
    fc.assert(
      fc.property(resources, (all) => {
        for (const resource of all) {
          const before = JSON.stringify(resource)
          const there = mapReferences(resource, renamed)
          expect(idsOf(there)).toEqual(idsOf(resource).map(renamed))
          expect(mapReferences(there, back)).toEqual(resource)
          expect(JSON.stringify(resource)).toBe(before)
        }
      }),
      seed,
    )
  })

  it('that are gone leave no trace, and what clears or drops leaves a valid resource', () => {
    fc.assert(
      fc.property(resources, fc.constantFrom(0, 1), (all, gone) => {
        for (const resource of all) {
          const left = mapReferences(resource, (id) => (id.endsWith(`:${gone}`) ? undefined : id))
          expect(idsOf(left)).toEqual(idsOf(left).filter((id) => !id.endsWith(`:${gone}`)))
          const cascades = referencesOf(resource).some(({ field, id }) => field.whenGone === 'cascade' && id.endsWith(`:${gone}`))
          if (!cascades) expect(resourceSchema.safeParse(left).error?.issues ?? []).toEqual([])
        }
      }),
      seed,
    )
  })

  it('clear a route, drop an association, and empty a list', () => {
    const table = read({
      kind: 'route-table',
      id: 'route-table:a',
      VpcId: 'vpc:a',
      Associations: [{ Main: true }, { SubnetId: 'subnet:gone' }, { SubnetId: 'subnet:b' }],
      Routes: [{ DestinationCidrBlock: '0.0.0.0/0', target: 'nat-gateway:gone' }, { DestinationPrefixListId: 'prefix-list:gone', target: 'vpc-endpoint:e' }],
      PropagatingVgws: ['vpn-gateway:gone'],
    })
    expect(mapReferences(table, (id) => (id.endsWith(':gone') ? undefined : id))).toEqual({
      ...table,
      Associations: [{ Main: true }, { SubnetId: 'subnet:b' }],
      Routes: [{ DestinationCidrBlock: '0.0.0.0/0' }],
      PropagatingVgws: [],
    })
  })

  it('reach into further interfaces and their groups', () => {
    const host = read({
      kind: 'instance',
      id: 'instance:a',
      SubnetId: 'subnet:a',
      SecurityGroupIds: [],
      SourceDestCheck: true,
      NetworkInterfaces: [{ SubnetId: 'subnet:b', SecurityGroupIds: ['security-group:gone', 'security-group:c'], SourceDestCheck: false }],
    })
    const left = mapReferences(host, (id) => (id.endsWith(':gone') ? undefined : id))
    expect(idsOf(left)).toEqual(['subnet:a', 'subnet:b', 'security-group:c'])
    expect(mapReferences(host, (id) => (id === 'subnet:b' ? undefined : id))).toMatchObject({ NetworkInterfaces: [] })
  })

  it('are read from the schema once', () => {
    expect(referenceFields('vpc')).toEqual([])
    expect(referenceFields('subnet')).toBe(referenceFields('subnet'))
    expect(referenceFields('transit-gateway-route-table').map(({ path }) => path.join('.'))).toEqual(['TransitGatewayId', 'Associations.[]', 'Propagations.[]', 'Routes.[].attachment'])
  })
})
