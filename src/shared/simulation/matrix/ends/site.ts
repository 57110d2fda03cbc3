import { displayName } from '../../../document/query.ts'
import { comparePrefixes, containsPrefix } from '../../../net/prefix.ts'
import { rangeOf } from '../../../net/range.ts'
import type { EndKind, Part } from './end-kind.ts'

/**
 * Sites: every address of their prefixes, the first and last of a block included, because a prefix of a site is usually a
 * summary. A site that names no prefix but announces something (an imported default route) has one sample stand for its hosts.
 */
export const siteEnds: EndKind = {
  kind: 'site',
  endsOf: ({ network }) =>
    network.index.all('site').map((site) => {
      const fragment = network.fragment('site', site.id)
      const own = [...(fragment?.prefixes ?? [])].sort(comparePrefixes)
      const widest = own.filter((prefix, at) => !own.some((other, position) => position < at && containsPrefix(other, prefix)))
      const announces = fragment?.devices.some((device) => (network.fragment('router', device)?.announced.length ?? 0) > 0) === true
      const parts: Part[] = widest.length > 0 ? widest.map((prefix) => ({ kind: 'unnamed', family: prefix.family, ranges: [rangeOf(prefix)] })) : [{ kind: 'stand-in', family: undefined, ranges: [] }]
      return {
        id: site.id,
        kind: site.kind,
        name: displayName(site),
        sends: true,
        receives: true,
        container: undefined,
        blocks: widest.map(rangeOf),
        parts,
        hosts: new Map(),
        ...(widest.length === 0 && !announces ? { problem: 'the site has no prefixes' } : {}),
      }
    }),
}
