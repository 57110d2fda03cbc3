import type { Builder } from '../build.ts'
import type { ExtrasPlan } from '../plan-extras.ts'
import { at, change, deviceOf, sitesOf } from './ground.ts'

/** WAN links and colocation circuits between sites, power domains, servers, people and a directory. */
export function addEstate(builder: Builder, plan: NonNullable<ExtrasPlan['estate']>): void {
  const sites = sitesOf(builder, 2)
  for (const [number, link] of plan.links.entries()) {
    const site = at(sites, link.from)
    const peer = at(sites.filter((other) => other !== site), link.to)
    if (link.circuit) builder.add('carrier-circuit', `wan${number}`, { site: site.id, colocation: peer.id })
    else builder.add('wan-link', `wan${number}`, { site: site.id, peerSite: peer.id, wanType: 'mpls', role: link.backup ? 'backup' : 'primary' })
  }
  const [first] = sites
  if (!first) return
  if (plan.announcesOthers) change(builder, deviceOf(builder, 0), { announcedPrefixes: [...new Set(sites.flatMap(({ prefixes }) => prefixes))] })
  const base = (first.prefixes[0] ?? '').replace(/\.0\/24$/, '')
  const power = plan.power ? { powerDomain: builder.add('power-domain', 'hall', { site: first.id }) } : {}
  if (plan.power) {
    change(builder, at(first.devices, 0), power)
    const line = Object.values(builder.resources).find((resource) => resource['kind'] === 'isp-link' && resource['site'] === first.id)
    if (line) Object.assign(line, power)
  }
  if (plan.server) builder.add('server', 'erp', { site: first.id, ...power, ...(plan.power ? { IpAddress: `${base}.44` } : {}) })
  if (plan.people) builder.add('user-group', 'office', { site: first.id, ...(plan.server ? { prefix: `${base}.64/26` } : {}) })
  if (plan.people) {
    builder.add('note', 'remark', { notes: 'Both lines end in one building.' })
    builder.add('frame', 'around', { width: 300, height: 200 })
    builder.add('legend', 'key', {})
  }
  if (plan.directory) builder.add('directory', 'office-ad', { site: first.id, IpAddress: `${base}.53`, port: 389 })
}
