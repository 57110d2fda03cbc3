import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { brokenDemands } from '../readings/demands.ts'
import type { SiteEnd } from '../readings/intent-ends.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { sharedGateway } from '../readings/shared-gateways.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Report } from '../rule.ts'

type Interface = ResourceOf<'virtual-interface'>

const linesOf = (index: DesignIndex, end: SiteEnd, gateway: ResourceId): Interface[] => end.devices.flatMap(({ id }) => referrersOf(index, 'virtual-interface', id)).filter(({ DirectConnectGatewayId }) => DirectConnectGatewayId === gateway)

function* misplaced(vif: Interface): Generator<Report> {
  if (vif.SiteLinkEnabled !== true || (vif.VirtualInterfaceType !== 'public' && vif.VirtualGatewayId === undefined)) return
  const name = displayName(vif)
  const off = fix(`Turn SiteLink of ${name} off`, setField(vif, 'SiteLinkEnabled', undefined))
  yield { message: vif.VirtualInterfaceType === 'public' ? 'public' : 'gateway', slots: { vif: name }, resources: [vif.id], field: 'SiteLinkEnabled', fixes: [off] }
}

export default defineRule({
  id: 'site-link',
  catalogue: 'R-DX-20',
  title: 'Sites are to reach each other over Direct Connect without SiteLink',
  severity: 'error',
  appliesTo: ['virtual-interface', 'direct-connect-gateway'],
  after: ['interface-type'],
  why: 'A Direct Connect gateway carries nothing between its virtual interfaces unless SiteLink is on for both of them. It exists for private and transit interfaces that end on such a gateway, not for public ones or those on a virtual private gateway.',
  remedy: 'Turn SiteLink on for the interfaces of both sites, or join the sites another way.',
  sources: [
    { fact: 'F-DX-44', checked: CHECKED },
    { fact: 'F-DX-43', checked: CHECKED },
  ],
  messages: {
    off: '{from} is to reach {to}, and both hang on {gateway}, but SiteLink is off for {vifs}.',
    public: '{vif} has SiteLink, which a public virtual interface does not offer.',
    gateway: '{vif} has SiteLink, which needs a Direct Connect gateway, and ends on a virtual private gateway.',
  },
  *check(context) {
    const { index } = context
    for (const vif of index.all('virtual-interface')) yield* misplaced(vif)
    for (const { intent, statement, from, to } of brokenDemands(context)) {
      if (from.type !== 'site' || to.type !== 'site') continue
      const gateway = sharedGateway(index, from, to)
      if (gateway === undefined) continue
      const off = [from, to].map((end) => linesOf(index, end, gateway)).filter((lines) => lines.every(({ SiteLinkEnabled }) => SiteLinkEnabled !== true)).flat()
      const [first, ...others] = off
      if (!first) continue
      const names = sentence(off.map(displayName))
      const on = fix(`Turn SiteLink of ${names} on`, ...off.map((vif) => setField(vif, 'SiteLinkEnabled', true)))
      const slots = { from: from.id === 'internet' ? '' : nameOf(index, from.id), to: to.id === 'internet' ? '' : nameOf(index, to.id), gateway: nameOf(index, gateway), vifs: names }
      yield { message: 'off', slots, resources: [first.id, ...others.map(({ id }) => id), gateway], field: 'SiteLinkEnabled', intents: [intent.id], evidence: [{ what: 'broken intent', value: statement }], fixes: [on] }
    }
  },
})
