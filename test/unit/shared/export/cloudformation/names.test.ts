import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDesign } from '../../../../../src/shared/document/design.ts'
import { Names, pascalCase, prefixWord } from '../../../../../src/shared/export/cloudformation/names.ts'
import type { ResourceId } from '../../../../../src/shared/model/id.ts'
import type { Resource } from '../../../../../src/shared/model/index.ts'

const design = (...names: (readonly [string, string])[]) => ({
  ...emptyDesign('x'),
  resources: Object.fromEntries(names.map(([id, name]) => [id, { kind: id.split(':')[0], id, name } as unknown as Resource])),
})
const id = (text: string) => text as ResourceId

describe('logical ids', () => {
  it('say kind and name', () => {
    const names = new Names(design(['vpc:1', 'prod'], ['vpc:2', 'VPC one'], ['nat-gateway:1', 'nat é/1'], ['subnet:1', ''], ['subnet:2', '☃']))
    expect(['vpc:1', 'vpc:2', 'nat-gateway:1'].map((text) => names.of(id(text)))).toEqual(['VpcProd', 'VPCOne', 'NatGatewayNatE1'])
    expect(names.part(id('vpc:1'), 'Cidr')).toBe('VpcProdCidr')
    expect(names.of(id('subnet:1'))).not.toBe(names.of(id('subnet:2')))
  })

  it('of twins do not depend on their order, and others keep theirs', () => {
    const twins = [['vpc:1', 'a'], ['vpc:2', 'a'], ['vpc:3', 'b']] as const
    const forth = new Names(design(...twins))
    const back = new Names(design(...[...twins].reverse()))
    for (const [text] of twins) expect(back.of(id(text))).toBe(forth.of(id(text)))
    expect(forth.of(id('vpc:3'))).toBe('VpcB')
  })

  it('are unique letters and digits, whatever the names and parts', () => {
    const kinds = fc.constantFrom('vpc', 'subnet', 'instance', 'route-table')
    const name = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', 'A', 'a', 'Id', 'Type', 'Vpc', 'x'.repeat(255), '__proto__', 'Cidr', 'aId'))
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, name), { maxLength: 12 }), fc.array(fc.constantFrom('Id', 'Cidr', 'ToDefault', 'Asn'), { maxLength: 4 }), (list, words) => {
        const named = list.map(([kind, text], index) => [`${kind}:${index}`, text] as const)
        const names = new Names(design(...named))
        const keys = named.flatMap(([text]) => [names.of(id(text)), ...[...new Set(words)].map((word) => names.part(id(text), word))])
        expect(new Set(keys).size).toBe(keys.length)
        for (const key of keys) expect(key).toMatch(/^[A-Za-z][A-Za-z0-9]{0,254}$/)
        expect(keys).not.toContain('ImageId')
        expect(keys).not.toContain('InstanceType')
        for (const [text] of named) for (const word of words) expect(names.part(id(text), word)).toBe(names.part(id(text), word))
      }),
      { seed: 71, numRuns: 500 },
    )
  })

  it('turn words and prefixes into letters and digits', () => {
    expect(pascalCase('prod vpc-1/b')).toBe('ProdVpc1B')
    expect(['0.0.0.0/0', '::/0', '10.0.0.0/8', '2001:db8::/56'].map(prefixWord)).toEqual(['Default', 'DefaultIpv6', '10x0x0x0m8', '2001ydb8yym56'])
  })
})
