import { describe, expect, it } from 'vitest'
import { PALETTE } from '../../../../src/renderer/canvas/palette-items.ts'
import { COMMANDS } from '../../../../src/renderer/commands/index.ts'
import type { EntryGroup } from '../../../../src/renderer/finder/entry.ts'
import { fitness } from '../../../../src/renderer/finder/fuzzy.ts'
import { commandGroups, designEntries, insertable, offered } from '../../../../src/renderer/finder/sources.ts'
import { boxesOf } from '../../../../src/shared/document/groups.ts'
import { PATTERNS } from '../../../../src/shared/patterns/index.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { twoDevices } from '../../shared/simulation/two-devices.ts'
import { sessionOf } from '../state/session-of.ts'
import { deskOf } from './desk-of.ts'

describe('what fits what is typed', () => {
  const order = (typed: string, ...labels: string[]) => labels.filter((label) => fitness(typed, label) !== undefined).sort((a, b) => (fitness(typed, b) ?? 0) - (fitness(typed, a) ?? 0))

  it('prefers starts to inner letters, and both to scattered ones', () => {
    expect(order('sub', 'Observe subnets', 'Subnet', 'Send us both', 'VPC')).toEqual(['Subnet', 'Observe subnets', 'Send us both'])
    expect(order('zts', 'Zoom to the selection', 'Zoom in')).toEqual(['Zoom to the selection'])
    expect(order('selection zoom', 'Zoom to the selection', 'Zoom in')).toEqual(['Zoom to the selection'])
    expect(fitness('vpn', 'Paste')).toBeUndefined()
    expect(fitness('template', 'Insert a pattern…', 'template gallery')).toBeGreaterThan(0)
  })
})

describe('the command palette', () => {
  const { session } = sessionOf(twoDevices().sketch.design())
  const desk = deskOf(session)
  const at = (typed: string, recent: readonly string[] = []): EntryGroup[] => offered(typed, commandGroups(COMMANDS, desk), designEntries(desk.app, 0, String), recent, desk)
  const labels = (groups: readonly EntryGroup[]) => groups.flatMap(({ entries }) => entries.map(({ label }) => label))

  it('lists every command but the one that opened it, with its key', () => {
    const entries = at('').flatMap((group) => group.entries)
    for (const { id, label, keys } of COMMANDS.filter((command) => command.id !== 'palette.open')) {
      const entry = entries.find((candidate) => candidate.id === id)
      expect([entry?.label, entry?.key], id).toEqual([label, keys?.[0]])
    }
  })

  it('finds every command, kind and pattern by its name', () => {
    const names = [...COMMANDS.filter(({ id }) => id !== 'palette.open').map(({ label }) => label), ...PALETTE.flatMap(({ items }) => items.map(({ label }) => label)), ...PATTERNS.map(({ title }) => title)]
    expect(names.filter((name) => !labels(at(name)).includes(name))).toEqual([])
  })

  it('puts the group with the best first, and says where a resource is', () => {
    const [first] = at('prod-a')
    expect(first).toMatchObject({ title: 'Go to', entries: [{ label: 'prod-a' }] })
    first?.entries[0]?.run()
    expect([...session.selection]).toEqual(['subnet:prod-a' as ResourceId])
    expect(desk.focus).toEqual(['canvas'])
  })

  it('goes to zones and Regions, which are no resources', () => {
    const [first] = at('zone eu-west-1a')
    first?.entries[0]?.run()
    const [box] = [...session.selection]
    expect(boxesOf(session.index).find(({ id }) => id === box)).toMatchObject({ kind: 'zone', AvailabilityZone: 'eu-west-1a' })
  })

  it('offers what can be inserted by where it goes, with the reason of the rest', () => {
    session.select(['subnet:prod-a' as ResourceId])
    const groups = insertable(desk, '')
    const [inSubnet] = groups
    expect(inSubnet?.title).toBe('In Subnet prod-a')
    expect(labels([inSubnet as EntryGroup])).toEqual(expect.arrayContaining(['EC2 instance', 'NAT gateway', 'VPN appliance']))
    expect(groups.at(-2)).toMatchObject({ title: 'On the canvas' })
    expect(labels(groups).sort()).toEqual(PALETTE.flatMap(({ items }) => items.map(({ label }) => label)).sort())
    session.select([])
    expect(insertable(desk, 'nat g')[0]?.entries[0]).toMatchObject({ label: 'NAT gateway', whyNot: 'A NAT gateway belongs in a subnet.' })
    expect(insertable(desk, 'site')[0]?.entries[0]?.whyNot).toBeUndefined()
  })

  it('says why a command cannot be chosen, and puts it behind its equals', () => {
    session.select([])
    const entry = at('duplicate').flatMap((group) => group.entries).find(({ id }) => id === 'edit.duplicate')
    expect(entry?.whyNot).toBe('Select a resource to duplicate.')
    session.select(['site:hq' as ResourceId])
    expect(at('duplicate')[0]?.entries[0]).toMatchObject({ id: 'edit.duplicate', label: 'Duplicate' })
    expect(at('duplicate')[0]?.entries[0]?.whyNot).toBeUndefined()
  })

  it('begins with what was used lately', () => {
    expect(at('', ['insert:vpc:VPC', 'gone', 'view.fit'])[0]).toMatchObject({ title: 'Recent', entries: [{ label: 'VPC' }, { label: 'Zoom to everything' }] })
  })

  it('inserts a kind as one step', () => {
    const before = Object.keys(session.design.resources).length
    at('transit gateway')[0]?.entries.find(({ label }) => label === 'Transit gateway')?.run()
    expect(Object.keys(session.design.resources).length).toBe(before + 1)
    session.undo()
    expect(Object.keys(session.design.resources).length).toBe(before)
  })
})
