import { expect, it } from 'vitest'
import { applyEdit, type Change } from '../../../../../src/shared/document/edit.ts'
import { type Design, emptyDesign } from '../../../../../src/shared/document/design.ts'
import { diffDesigns } from '../../../../../src/shared/document/diff/entry-change.ts'
import { mergedDesign } from '../../../../../src/shared/document/diff/merged.ts'
import { tallyOf, tallyWords, thingsOf } from '../../../../../src/shared/document/diff/things.ts'
import { ChangeTeller } from '../../../../../src/shared/document/diff/words.ts'
import { valueOf } from './value-of.ts'

const put = (collection: 'resources' | 'placements' | 'boxes' | 'intents' | 'assumptions', id: string, after: object): Change => ({ op: 'put', collection, id, after })
const vpc = { kind: 'vpc', id: 'vpc:a', name: 'Prod', CidrBlocks: ['10.0.0.0/16'], Ipv6CidrBlocks: [] }
const subnet = (name: string, CidrBlock: string) => ({ kind: 'subnet', id: `subnet:${name}`, name, VpcId: 'vpc:a', CidrBlock })
const table = (Routes: readonly object[]) => ({ kind: 'route-table', id: 'route-table:t', name: 'main', VpcId: 'vpc:a', Routes, Associations: [{ Main: true }], PropagatingVgws: [] })
const intent = { id: 'intent:i', from: 'subnet:x', to: 'internet', expect: 'never', direction: 'both', status: 'accepted' }
const region = { id: 'region:-@eu-west-1', kind: 'region', Region: 'eu-west-1', x: 0, y: 0, width: 100, height: 100 }

const make = (name: string, changes: readonly Change[]): Design => valueOf(applyEdit(emptyDesign(name), { label: 'x', changes }))

const before = make('Plan', [
  put('resources', 'vpc:a', vpc),
  put('resources', 'subnet:x', subnet('x', '10.0.0.0/24')),
  put('resources', 'subnet:old', subnet('old', '10.0.9.0/24')),
  put('resources', 'route-table:t', table([{ DestinationCidrBlock: '0.0.0.0/0' }])),
  put('placements', 'vpc:a', { x: 0, y: 0, width: 300, height: 200 }),
  put('placements', 'subnet:x', { x: 10, y: 40, width: 80, height: 60 }),
  put('placements', 'subnet:old', { x: 100, y: 40, width: 80, height: 60 }),
  put('boxes', region.id, region),
])
const after = make('Plan B', [
  put('resources', 'vpc:a', { ...vpc, CidrBlocks: ['10.0.0.0/16', '10.1.0.0/16'] }),
  put('resources', 'subnet:x', subnet('x', '10.0.0.0/24')),
  put('resources', 'subnet:new', subnet('new', '10.1.0.0/24')),
  put('resources', 'route-table:t', table([{ DestinationCidrBlock: '10.1.0.0/16' }])),
  put('placements', 'vpc:a', { x: 0, y: 0, width: 400, height: 200 }),
  put('placements', 'subnet:x', { x: 20, y: 40, width: 80, height: 60 }),
  put('placements', 'subnet:new', { x: 200, y: 40, width: 80, height: 60 }),
  put('boxes', region.id, { ...region, x: 50 }),
  put('intents', 'intent:i', intent),
])

it('says what became of each thing, with names for ids', () => {
  const teller = new ChangeTeller(before, after)
  const said = thingsOf(diffDesigns(before, after)).map((thing) => {
    const { what, name, lines } = teller.tell(thing)
    return [`${thing.kind}: ${what} ${name}`, ...lines.map((line) => `${line.label}: ${line.before ?? ''} > ${line.after ?? ''}`)].join(' | ')
  })
  expect(said.sort()).toEqual([
    'added: Intent x never reaches internet',
    'added: Subnet new',
    'changed: Route table main | Routes: IPv4 destination 0.0.0.0/0 >  | Routes:  > IPv4 destination 10.1.0.0/16',
    'changed: VPC Prod | IPv4 CIDR blocks:  > 10.1.0.0/16 | Place:  > moved',
    'moved: Region box eu-west-1',
    'moved: Subnet x',
    'removed: Subnet old',
  ])
})

it('counts it in words', () => {
  expect(tallyWords(tallyOf(diffDesigns(before, after)))).toBe('1 added, 2 changed, 1 removed, 2 moved, 2 other changes')
  expect(tallyWords(tallyOf(diffDesigns(before, before)))).toBe('nothing changed')
  expect(tallyWords(tallyOf(diffDesigns(before, { ...before, name: 'x' })))).toBe('1 other change')
})

it('merges both into one drawing: what is gone keeps its place', () => {
  const merged = mergedDesign(before, after)
  expect(Object.keys(merged.resources).sort()).toEqual(['route-table:t', 'subnet:new', 'subnet:old', 'subnet:x', 'vpc:a'])
  expect(merged.placements).toMatchObject({ 'subnet:old': { x: 100 }, 'subnet:x': { x: 20 } })
})
