import { describe, expect, it } from 'vitest'
import { menuItems, menuTarget } from '../../../../src/renderer/canvas/menu-items.ts'
import { COMMANDS } from '../../../../src/renderer/commands/index.ts'
import type { SelectableId } from '../../../../src/renderer/state/session.svelte.ts'
import { boxesOf } from '../../../../src/shared/document/groups.ts'
import { twoDevices } from '../../shared/simulation/two-devices.ts'
import { sessionOf } from '../state/session-of.ts'
import { deskOf } from './desk-of.ts'

const { session } = sessionOf(twoDevices().sketch.design())
const desk = deskOf(session)
const region = boxesOf(session.index).find(({ kind }) => kind === 'region')?.id ?? ''
const SELECTIONS = { canvas: [], node: ['customer-gateway:d0'], link: ['vpn-connection:v0'], frame: ['vpc:prod'], box: [region], many: ['customer-gateway:d0', 'vpc:prod'] } as const

const itemsFor = (selection: readonly string[]) => {
  session.select(selection as readonly SelectableId[])
  return menuItems(desk, { x: 40, y: 40 }).flatMap((item) => (item.label === 'Arrange' ? (item.items ?? []) : [item]))
}

describe('menus on the canvas', () => {
  it('has for each target the commands that name it, with their keys and reasons', () => {
    for (const [target, selection] of Object.entries(SELECTIONS)) {
      const items = itemsFor(selection)
      expect(menuTarget(desk.canvas)).toBe(target)
      const wanted = COMMANDS.filter(({ menus = [] }) => menus.some((menu) => menu === target))
      expect(wanted.length, target).toBeGreaterThan(3)
      for (const { label, keys, whyNot } of wanted) expect(items.find((item) => item.label === label), `${target}: ${label}`).toMatchObject({ ...(keys ? { key: keys[0] } : {}), ...(whyNot?.(desk) === undefined ? {} : { whyNot: whyNot(desk) }) })
    }
  })

  it('inserts what a frame takes, into it', () => {
    const inside = itemsFor(['vpc:prod']).find(({ label }) => label === 'Insert')?.items ?? []
    const labels = inside.map(({ label }) => label)
    expect(labels).toEqual(expect.arrayContaining(['Subnet', 'Internet gateway', 'Availability Zone']))
    expect(labels).not.toContain('Site')
    inside.find(({ label }) => label === 'Subnet')?.run()
    expect(Object.values(session.design.resources).filter(({ kind, ...rest }) => kind === 'subnet' && 'VpcId' in rest && rest.VpcId === 'vpc:prod')).toHaveLength(3)
    session.undo()
    expect(itemsFor([]).find(({ label }) => label === 'Insert')?.items?.map(({ label }) => label)).toEqual(expect.arrayContaining(['Site', 'VPC', 'Region', 'Transit gateway']))
  })

  it('selects what is inside, what is alike and both ends', () => {
    const choose = (selection: readonly string[], label: string) => {
      itemsFor(selection).find((item) => item.label === label)?.run()
      return [...session.selection].sort()
    }
    expect(choose(['customer-gateway:d0'], 'Select all of this kind')).toEqual(['customer-gateway:d0', 'customer-gateway:d1'])
    expect(choose(['vpn-connection:v0'], 'Select both ends')).toEqual(['customer-gateway:d0', 'vpn-gateway:vgw'])
    expect(choose(['vpc:prod'], 'Select what is inside').length).toBeGreaterThan(1)
  })
})
