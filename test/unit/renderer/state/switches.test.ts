import { describe, expect, it } from 'vitest'
import { areOff, ownElements, placesOf, switchesAt, toggleElements, toggleSelected } from '../../../../src/renderer/state/switches.ts'
import { menuItems } from '../../../../src/renderer/canvas/menu-items.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import { boxesOf } from '../../../../src/shared/document/groups.ts'
import { Sketch } from '../../shared/simulation/sketch.ts'
import { D0, D1, TUNNEL_1, TUNNEL_2, twoDevices, ZONE_A } from '../../shared/simulation/two-devices.ts'
import { deskOf } from '../commands/desk-of.ts'
import { sessionOf } from './session-of.ts'

const id = (text: string) => text as ResourceId

describe('switching off', () => {
  it('takes all elements of the selection, and puts them on again when all are off', () => {
    const { session } = sessionOf(twoDevices().sketch.design())
    session.select([id('customer-gateway:d0'), id('vpn-connection:v0')])
    session.toggleFailed(TUNNEL_1)
    expect(toggleSelected(session)).toBe(true)
    expect([...session.failed].sort()).toEqual([D0, TUNNEL_1, TUNNEL_2])
    toggleSelected(session)
    expect(session.failed.size).toBe(0)
    session.select([])
    expect(toggleSelected(session)).toBe(false)
  })

  it('says what takes a thing down that does not fail on its own', () => {
    const { session, notices } = sessionOf(twoDevices().sketch.design())
    session.select([id('subnet:prod-a')])
    toggleSelected(session)
    expect(notices.list.map(({ message }) => message)).toEqual(['prod-a does not fail on its own. It goes down with Availability Zone eu-west-1a or Region eu-west-1: switch that off.'])
    session.select([id('site:hq')])
    toggleSelected(session)
    expect(notices.list.at(-1)?.message).toBe('hq does not fail on its own.')
    expect(session.failed.size).toBe(0)
  })

  it('follows in verdicts and on the canvas', async () => {
    const { sketch, intent } = twoDevices()
    const { session, settled } = sessionOf(sketch.design())
    await settled()
    toggleElements(session, ownElements(session, [id('customer-gateway:d0')]))
    await settled()
    expect(session.switchedOff.map(({ element }) => element)).toEqual([D0])
    expect(session.down).toMatchObject({ failed: ['customer-gateway:d0'], carried: ['vpn-connection:v0'] })
    expect(session.analysis?.effects.get(intent.id)?.effect).toBe('rerouted')
    session.toggleFailed(D1)
    await settled()
    expect(session.analysis?.verdicts.find((verdict) => verdict.id === intent.id)?.holds).toBe(false)
    expect(areOff(session, ownElements(session, [id('customer-gateway:d0'), id('customer-gateway:d1')]))).toBe(true)
    session.switchEverythingOn()
    await settled()
    expect([session.analysis?.failed, session.down.failed, session.analysis?.effects.size]).toEqual([[], [], 0])
  })

  it('finds where an element is: itself, its boxes, else what it carries', () => {
    const { session } = sessionOf(twoDevices().sketch.design())
    const zone = boxesOf(session.index).find(({ kind, label }) => kind === 'zone' && label === 'eu-west-1a')
    expect(placesOf(session, { element: D0, resource: id('customer-gateway:d0') })).toEqual(['customer-gateway:d0'])
    expect(placesOf(session, { element: ZONE_A })).toEqual([zone?.id])
    const sketch = new Sketch()
    const connection = sketch.add('direct-connect-connection', 'dx', { Location: 'EqDC2' })
    expect(placesOf(sessionOf(sketch.design()).session, { element: 'dx-location:EqDC2' })).toEqual([connection])
  })

  it('is in the menu of what is selected, part by part, with what takes it down', () => {
    const { session } = sessionOf(twoDevices().sketch.design())
    const desk = deskOf(session)
    const items = () => menuItems(desk, { x: 0, y: 0 })
    const parts = () => items()[1]?.items ?? []
    session.select([id('vpn-connection:v0')])
    expect(items()[0]).toMatchObject({ label: 'Switch off all of it', key: 'X' })
    expect(parts().map(({ label }) => label)).toEqual(['Switch off tunnel 1 of v0', 'Switch off tunnel 2 of v0', 'Switch off d0', 'Switch off Region eu-west-1'])
    parts()[0]?.run()
    expect([...session.failed]).toEqual([TUNNEL_1])
    expect(parts()[0]?.label).toBe('Switch on tunnel 1 of v0')
    session.select([id('customer-gateway:d0'), id('customer-gateway:d1')])
    expect(items()[0]?.label).toBe('Switch off the selection')
    session.select([id('site:hq')])
    expect(switchesAt(session, id('site:hq')).own).toEqual([])
    expect(items()[0]?.label).toBe('Insert')
  })
})
