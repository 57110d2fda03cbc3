import type { Holding } from '../../../shared/document/addresses/holdings.ts'
import type { AddressPlan, PlannedVpc } from '../../../shared/document/addresses/plan.ts'
import { addUp, type Space } from '../../../shared/document/addresses/space.ts'
import type { Renumbered } from '../../../shared/document/addresses/renumber.ts'
import type { PoolUse } from '../../../shared/document/pool.ts'
import { displayName } from '../../../shared/document/query.ts'
import type { Resource } from '../../../shared/model/index.ts'
import { countFitting } from '../../../shared/net/free.ts'
import { formatPrefix } from '../../../shared/net/prefix.ts'
import { formatRange } from '../../../shared/net/range.ts'
import { count, table } from './table.ts'
import { wrap } from './wrap.ts'

const USES: Readonly<Record<PoolUse, string>> = { vpcs: 'VPCs', sites: 'sites', users: 'remote users', gateways: 'transit gateways' }
const SHARES = 30

type AnySpace = Space<Holding | Resource>

const ownerOf = (holder: Holding | Resource): Resource => ('owner' in holder ? holder.owner : holder)

/** A block as a line of signs: `#` taken, `!` claimed twice, `-` kept free, `.` free; a sign stands for the worst of its part. */
export function barOf(space: AnySpace, width = SHARES): string {
  const signs = Array<string>(width).fill('.')
  const order = '.-#!'
  const [start, total] = [space.block.value, space.sum.total]
  for (const { range, state } of space.segments) {
    const sign = { free: '.', reserved: '-', used: '#', overlap: '!' }[state]
    if (sign === '.') continue
    const last = Number(((range.last - start) * BigInt(width)) / total)
    for (let at = Number(((range.first - start) * BigInt(width)) / total); at <= last; at += 1) if (order.indexOf(sign) > order.indexOf(signs[at] ?? '.')) signs[at] = sign
  }
  return signs.join('')
}

/** How many blocks of common sizes still fit: `3 /16, 48 /20`. */
function fits(space: AnySpace): string {
  const lengths = space.block.family === 4 ? [16, 20, 24, 28] : [48, 56, 64]
  const counts = lengths.map((length) => ({ length, number: countFitting(space.free, length) })).filter(({ number }) => number > 0n).slice(0, 3)
  return counts.length === 0 ? 'nothing fits any more' : `room for ${counts.map(({ number, length }) => `${number} /${length}`).join(' or ')}`
}

function spaceLines(space: AnySpace, width: number): string[] {
  const rows = space.segments.map(({ range, state, holders }) => {
    const names = [...new Set(holders.map(({ holder }) => displayName(ownerOf(holder))))].join(', ')
    return [formatRange(range), { free: 'free', reserved: 'kept free', used: names, overlap: `claimed twice: ${names}` }[state]]
  })
  return [`  ${formatPrefix(space.block)}  [${barOf(space)}]  ${fits(space)}`, table(rows, { indent: '    ', width })]
}

function share(spaces: readonly AnySpace[]): string {
  const sum = addUp(spaces.map((space) => space.sum))
  return `${sum.used} of ${sum.total} addresses taken${sum.overlap > 0n ? `, ${sum.overlap} of them twice` : ''}${sum.reserved > 0n ? `, ${sum.reserved} kept free` : ''}, ${sum.free} free`
}

/** The plan as text: pools, VPCs, what lies in no pool, what overlaps. */
export function addressesText({ pools, outside, clashes }: AddressPlan, vpcs: readonly PlannedVpc[], width: number): string {
  const blocks = [
    ...pools.map(({ pool, spaces }) => [`Pool ${pool.name} for ${USES[pool.use]}${pool.Region === undefined ? '' : ` in ${pool.Region}`}: ${share(spaces)}`, ...spaces.flatMap((space) => spaceLines(space, width))].join('\n')),
    ...vpcs.map(({ vpc, spaces }) => [`VPC ${displayName(vpc)}${vpc.Region === undefined ? '' : ` in ${vpc.Region}`}: ${share(spaces)}`, ...spaces.flatMap((space) => spaceLines(space, width))].join('\n')),
    ...(pools.length > 0 && outside.length > 0 ? [`In no pool\n${table(outside.map(({ prefix, owner }) => [formatPrefix(prefix), displayName(owner)]), { indent: '  ', width })}`] : []),
    ...(clashes.length > 0 ? [`Overlaps\n${table(clashes.map(({ inner, outer }) => [formatPrefix(inner.prefix), displayName(inner.owner), `overlaps ${formatPrefix(outer.prefix)} of ${displayName(outer.owner)}`]), { indent: '  ', width })}`] : []),
  ]
  return blocks.length === 0 ? 'The design has no pool and no VPC.' : [...blocks, '# taken  ! claimed twice  - kept free  . free'].join('\n\n')
}

function spaceJson(space: AnySpace) {
  const { total, used, overlap, reserved, free } = space.sum
  return {
    block: formatPrefix(space.block),
    ...Object.fromEntries(Object.entries({ total, used, overlap, reserved, free }).map(([name, number]) => [name, String(number)])),
    freeBlocks: space.free.map(formatPrefix),
    largestFree: space.largest ? formatPrefix(space.largest) : null,
    segments: space.segments.map(({ range, state, holders }) => ({ addresses: formatRange(range), state, of: [...new Set(holders.map(({ holder }) => ownerOf(holder).id))] })),
  }
}

/** The plan as JSON; numbers of addresses are text, because IPv6 ones do not fit into a JSON number. */
export function addressesJson({ pools, outside, clashes }: AddressPlan, vpcs: readonly PlannedVpc[]) {
  const held = ({ prefix, owner }: Holding) => ({ block: formatPrefix(prefix), of: owner.id })
  return {
    pools: pools.map(({ pool, spaces, strays }) => ({ id: pool.id, name: pool.name, use: pool.use, region: pool.Region ?? null, spaces: spaces.map(spaceJson), strays: strays.map(held) })),
    vpcs: vpcs.map(({ vpc, spaces, outside: beyond }) => ({ id: vpc.id, name: vpc.name, spaces: spaces.map(spaceJson), subnetsOutside: beyond.map(({ prefix, holder }) => ({ block: formatPrefix(prefix), of: holder.id })) })),
    outside: outside.map(held),
    overlaps: clashes.map(({ inner, outer }) => ({ inner: held(inner), outer: held(outer) })),
  }
}

/** What a renumbering changes, and what it leaves to be looked at. */
export function renumberText({ edit, changes, notes }: Renumbered, width: number): string {
  const rows = changes.map(({ resource, field, before, after }) => [displayName(resource), field, before, `-> ${after}`])
  const left = notes.map(({ text }) => wrap(`- ${text}`, width, '  '))
  return [`${edit.label}: ${count(changes.length, 'address', 'addresses')} in ${count(new Set(changes.map(({ resource }) => resource.id)).size, 'resource')}`, table(rows, { indent: '  ', width }), ...(left.length > 0 ? ['', 'Stays as it is, look at it', ...left] : [])].join('\n')
}
