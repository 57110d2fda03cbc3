import { type DesignIndex, displayName } from '../../document/query.ts'
import { VLANS } from '../../facts/direct-connect.ts'
import type { ResourceOf } from '../../model/index.ts'
import { interfacesOf } from '../readings/port-interfaces.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Interface = ResourceOf<'virtual-interface'>

function freeVlan(used: ReadonlySet<number>): number | undefined {
  for (let vlan = VLANS.value.least; vlan <= VLANS.value.most; vlan++) if (vlan >= 100 && !used.has(vlan)) return vlan
  return undefined
}

function* check(index: DesignIndex, port: ResourceOf<'direct-connect-connection'> | ResourceOf<'direct-connect-lag'>): Generator<Report> {
  // Zero is what an import writes where the answer did not say.
  const interfaces = interfacesOf(index, port).filter(({ Vlan, awsId }) => Vlan !== 0 || awsId === undefined)
  const used = new Set(interfaces.map(({ Vlan }) => Vlan))
  const free = freeVlan(used)
  const change = (vif: Interface) => (free === undefined ? [] : [fix(`Give ${displayName(vif)} VLAN ${free}`, setField(vif, 'Vlan', free))])
  const seen = new Map<number, Interface>()
  for (const vif of interfaces) {
    const slots = { vif: displayName(vif), vlan: vif.Vlan, port: displayName(port), least: VLANS.value.least, most: VLANS.value.most }
    const other = seen.get(vif.Vlan)
    seen.set(vif.Vlan, other ?? vif)
    if (vif.Vlan < VLANS.value.least || vif.Vlan > VLANS.value.most) yield { message: 'range', slots, resources: [vif.id], field: 'Vlan', fixes: change(vif) }
    else if (other) yield { message: 'twice', slots: { ...slots, other: displayName(other) }, resources: [vif.id, other.id, port.id], field: 'Vlan', fixes: change(vif) }
  }
}

export default defineRule({
  id: 'interface-vlan',
  catalogue: 'R-DX-38',
  title: 'VLAN out of range or used twice on a port',
  severity: 'error',
  appliesTo: ['direct-connect-connection', 'direct-connect-lag'],
  why: 'The VLAN tells the virtual interfaces of one port apart. AWS refuses one that is taken or that is not from 1 to 4094.',
  remedy: 'Choose a VLAN that is free on the port.',
  sources: [VLANS],
  messages: {
    range: '{vif} has VLAN {vlan}; it must be from {least} to {most}.',
    twice: '{vif} and {other} both have VLAN {vlan} on {port}.',
  },
  checkEach: {
    *'direct-connect-connection'(connection, { index }) {
      if (connection.LagId === undefined) yield* check(index, connection)
    },
    'direct-connect-lag': (lag, { index }) => check(index, lag),
  },
})
