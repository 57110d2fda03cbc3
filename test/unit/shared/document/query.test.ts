import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DesignIndex, displayName, indexOf } from '../../../../src/shared/document/query.ts'
import { parentOf } from '../../../../src/shared/model/containment.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { KINDS, type Resource, type ResourceOf } from '../../../../src/shared/model/index.ts'
import { endsOf } from '../../../../src/shared/model/link.ts'
import { referencesOf } from '../../../../src/shared/model/reference.ts'
import { designArbitrary, sampleDesigns } from '../../arbitraries/design.ts'
import { wildDesign } from '../../arbitraries/wild.ts'

const ids = (list: readonly Resource[]) => list.map(({ id }) => id)

describe('the index of a design', () => {
  it('answers as looking at every resource does, in order of id', () => {
    fc.assert(
      fc.property(fc.oneof(designArbitrary(2), wildDesign(2)), (design) => {
        const index = new DesignIndex(design)
        const all = Object.values(design.resources).sort((a, b) => (a.id < b.id ? -1 : 1))
        for (const kind of KINDS) expect(index.all(kind)).toEqual(all.filter((resource) => resource.kind === kind))
        for (const { id, kind } of all) {
          expect(index.get(id)).toBe(design.resources[id])
          expect(index.getOf(kind, id)).toBe(design.resources[id])
          expect(index.getOf(kind === 'vpc' ? 'site' : 'vpc', id)).toBeUndefined()
          expect(ids(index.children(id))).toEqual(ids(all.filter((resource) => parentOf(resource) === id)))
          expect(ids(index.childrenOf('subnet', id))).toEqual(ids(all.filter((resource) => resource.kind === 'subnet' && parentOf(resource) === id)))
          expect(ids(index.referrers(id).map(({ resource }) => resource))).toEqual(all.flatMap((resource) => referencesOf(resource).filter((reference) => reference.id === id).map(() => resource.id)))
          expect(new Set(ids(index.links(id)))).toEqual(new Set(ids(all.filter((resource) => endsOf(resource)?.includes(id) === true))))
        }
      }),
      { seed: 51, numRuns: 60 },
    )
  })

  it('lists a link once, also one that ends twice at the same resource', () => {
    fc.assert(
      fc.property(wildDesign(1), (design) => {
        for (const { id } of Object.values(design.resources)) expect(new Set(ids(indexOf(design).links(id))).size).toBe(indexOf(design).links(id).length)
      }),
      { seed: 52, numRuns: 30 },
    )
  })

  it('gives a subnet its own table and network ACL, else the main table and the default ACL', () => {
    fc.assert(
      fc.property(designArbitrary(3), (design) => {
        const index = indexOf(design)
        for (const subnet of index.all('subnet')) {
          const tables = index.all('route-table').filter((table) => table.VpcId === subnet.VpcId)
          const own = tables.find((table) => table.Associations.some((association) => association.SubnetId === subnet.id))
          const main = tables.find((table) => table.Associations.some((association) => association.Main === true))
          expect(index.routeTableOf(subnet)).toBe(own ?? main)
          expect(index.mainTableOf(subnet.VpcId)).toBe(main)
          const lists = index.all('network-acl').filter((list) => list.VpcId === subnet.VpcId)
          expect(index.networkAclOf(subnet)).toBe(lists.find((list) => list.Associations.some((association) => association.SubnetId === subnet.id)) ?? lists.find((list) => list.IsDefault === true))
        }
        for (const gateway of [...index.all('internet-gateway'), ...index.all('vpn-gateway')]) {
          expect(index.edgeTableOf(gateway.id)).toBe(index.all('route-table').find((table) => table.Associations.some((association) => association.GatewayId === gateway.id)))
        }
      }),
      { seed: 53, numRuns: 60 },
    )
  })

  it('is made once for each design object, and finds no words of the language', () => {
    const [design] = sampleDesigns(1, 1)
    if (!design) return
    expect(indexOf(design)).toBe(indexOf(design))
    expect(indexOf({ ...design })).not.toBe(indexOf(design))
    for (const id of ['__proto__', 'constructor', 'vpc:none']) {
      expect(indexOf(design).get(id as ResourceId)).toBeUndefined()
      expect(indexOf(design).children(id as ResourceId)).toEqual([])
    }
    expect(indexOf(design).get(undefined)).toBeUndefined()
  })
})

it('calls a resource by its name, else its AWS id, else its own id', () => {
  const resource = { kind: 'site', id: 'site:a', name: 'HQ', prefixes: [] } as unknown as ResourceOf<'site'>
  expect(displayName(resource)).toBe('HQ')
  expect(displayName({ ...resource, name: '', awsId: 'aws' })).toBe('aws')
  expect(displayName({ ...resource, name: '' })).toBe('site:a')
})
