import { type DesignIndex, displayName } from '../../../document/query.ts'
import type { ResourceId } from '../../../model/id.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { parsePrefixes } from '../../../net/prefix.ts'
import { rangeOf } from '../../../net/range.ts'
import { waysIn } from '../../forward/ways-in.ts'
import type { Network } from '../../network.ts'
import type { EndKind, MatrixEnd, Part } from './end-kind.ts'

const NAMELESS: Part = { kind: 'stand-in', family: undefined, ranges: [] }

/** People at a site: their own addresses there, else those of the site's first prefix of either family. */
function atSite(network: Network, users: ResourceOf<'user-group'>, site: ResourceId): Pick<MatrixEnd, 'parts' | 'problem'> {
  const own = users.prefix === undefined ? (network.fragment('site', site)?.prefixes ?? []) : parsePrefixes([users.prefix])
  const parts = ([4, 6] as const).flatMap((family): Part[] => {
    const prefix = own.find((candidate) => candidate.family === family)
    return prefix ? [{ kind: 'unnamed', family, ranges: [rangeOf(prefix)] }] : []
  })
  return parts.length > 0 ? { parts } : { parts: [NAMELESS], problem: 'the site has no prefixes' }
}

const calledIn = (index: DesignIndex, to: ResourceId): string => {
  const resource = index.get(to)
  return resource ? displayName(resource) : to
}

/** Remote users: the whole pool of each way in, each way by itself. Which addresses of a pool are free for clients is not told apart. */
function remote(network: Network, users: ResourceId): Pick<MatrixEnd, 'parts' | 'problem'> {
  const parts = waysIn(network, users).map(({ link, to, pool }): Part => {
    const way = { wayIn: link, label: `by ${calledIn(network.index, to)}` }
    return pool ? { kind: 'unnamed', family: pool.family, ranges: [rangeOf(pool)], ...way } : { ...NAMELESS, ...way }
  })
  return parts.length > 0 ? { parts } : { parts: [NAMELESS], problem: 'nothing lets the users in' }
}

/** User groups. People at a site are hosts of it; remote users have a row only, because nothing can open a connection to them. */
export const userGroupEnds: EndKind = {
  kind: 'user-group',
  endsOf: ({ network }) =>
    network.index.all('user-group').map((users): MatrixEnd => {
      const found = users.site === undefined ? remote(network, users.id) : atSite(network, users, users.site)
      const blocks = found.parts.flatMap(({ ranges }) => ranges)
      return { id: users.id, kind: users.kind, name: displayName(users), sends: true, receives: users.site !== undefined, container: undefined, blocks, hosts: new Map(), ...found }
    }),
}
