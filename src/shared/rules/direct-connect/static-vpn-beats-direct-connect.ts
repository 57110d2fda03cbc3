import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { equalPrefix, formatPrefix, parsePrefix } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { broughtBy } from '../readings/transit-learned.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'static-vpn-beats-direct-connect',
  catalogue: 'R-DX-27',
  title: 'Static route to a backup VPN beats Direct Connect',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['transit-gateway-route-table'],
  why: 'In a transit gateway route table a static route wins over what Direct Connect brings for the same prefix. The VPN that was meant as a backup then carries everything from AWS, also when its tunnels are down.',
  remedy: 'Remove the static route and let the VPN bring the prefix by BGP: then Direct Connect wins while it is there.',
  sources: [{ fact: 'F-DX-56', checked: CHECKED }],
  messages: { beaten: 'The static route for {prefix} in {table} leads to {vpn} and beats what {association} brings: Direct Connect carries nothing from AWS to it.' },
  checkEach: {
    *'transit-gateway-route-table'(table, { index }) {
      const lines = table.Propagations.flatMap((id) => index.getOf('direct-connect-gateway-association', id) ?? [])
      if (lines.length === 0) return
      for (const route of table.Routes) {
        const prefix = parsePrefix(route.DestinationCidrBlock)
        const vpn = prefix && index.getOf('vpn-connection', route.attachment)
        const line = vpn && lines.find(({ id }) => broughtBy(index, id).some((brought) => equalPrefix(brought, prefix)))
        if (!line) continue
        const slots = { prefix: formatPrefix(prefix), table: displayName(table), vpn: displayName(vpn), association: nameOf(index, line.id) }
        const rest = table.Routes.filter((other) => other !== route)
        const propagates = table.Propagations.includes(vpn.id) ? [] : [setField(table, 'Propagations', [...table.Propagations, vpn.id])]
        const repair = vpn.StaticRoutesOnly ? [] : [fix(`Let ${slots.vpn} bring ${slots.prefix} by BGP`, setField(table, 'Routes', rest), ...propagates)]
        yield { message: 'beaten', slots, resources: [vpn.id, table.id, line.id], field: 'Routes', fixes: repair }
      }
    },
  },
})
