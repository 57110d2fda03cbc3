import { addressesOf, mapAddresses, type SpokenAddress } from '../../model/address-field.ts'
import { fieldLabel } from '../../model/field-label.ts'
import type { ResourceId } from '../../model/id.ts'
import type { Resource } from '../../model/index.ts'
import { containsPrefix, equalPrefix, formatPrefix, overlaps, type Prefix, parsePrefix, parsePrefixes } from '../../net/prefix.ts'
import { Draft } from '../commands/draft.ts'
import type { Edit } from '../edit.ts'
import type { Pool, PoolId } from '../pool.ts'
import { failure, type Result, success } from '../problem.ts'
import { type DesignIndex, displayName } from '../query.ts'
import { type Holding, ownBlocks } from './holdings.ts'
import { mentionsOf } from './mentions.ts'
import { movedInto } from './moved.ts'
import { Referents } from './referent.ts'
import type { RenumberNote } from './renumber-note.ts'

/** A block that becomes another: one that a VPC, subnet, site, transit gateway, user pool or address pool has. */
export interface Renumbering {
  readonly owner: ResourceId | PoolId
  readonly from: Prefix
  readonly to: Prefix
}

/** An address that a resource has or speaks of and that becomes another. */
export interface AddressChange {
  readonly resource: Resource
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What a renumbering comes to: one edit, every address that changes, and what does not change but ought to be looked at. */
export interface Renumbered {
  readonly edit: Edit
  readonly changes: readonly AddressChange[]
  readonly notes: readonly RenumberNote[]
}

/** What is renumbered, and which holdings move by it. */
interface Subject {
  readonly name: string
  readonly pool?: Pool
  readonly resource?: Resource
  readonly moves: (holding: Holding) => boolean
}

function subjectOf(index: DesignIndex, { owner, from }: Renumbering): Result<Subject> {
  const refuse = (message: string): Result<never> => failure('cannot-renumber', '', message)
  const pool = index.design.pools?.[owner as PoolId]
  if (pool) {
    if (!parsePrefixes(pool.blocks).some((block) => equalPrefix(block, from))) return refuse(`The pool ${pool.name} has no block ${formatPrefix(from)}; it has ${pool.blocks.join(', ')}.`)
    return success({ name: pool.name, pool, moves: (holding) => containsPrefix(from, holding.prefix) })
  }
  const resource = index.get(owner as ResourceId)
  if (!resource) return refuse('It is not in the design any more.')
  const blocks = blocksOf(resource)
  const name = displayName(resource)
  if (blocks.length === 0) return refuse(`${name} has no block of its own that could be renumbered.`)
  if (!parsePrefixes(blocks).some((block) => equalPrefix(block, from))) return refuse(`${name} has no block ${formatPrefix(from)}; it has ${blocks.join(', ')}.`)
  const holder = resource.kind === 'subnet' ? resource.VpcId : resource.id
  return success({ name, resource, moves: (holding) => holding.owner.id === holder && containsPrefix(holding.prefix, from) })
}

/** The blocks of a resource that can be renumbered. */
export function blocksOf(resource: Resource): readonly string[] {
  if (resource.kind === 'subnet') return [resource.CidrBlock, resource.Ipv6CidrBlock].filter((block) => block !== undefined)
  return ownBlocks(resource)
}

/** Why the new block cannot be it; undefined when it can. */
function whyNotTo(index: DesignIndex, { from, to }: Renumbering, subject: Subject, holdings: readonly Holding[]): string | undefined {
  if (from.family !== to.family) return `${formatPrefix(to)} is of another address family than ${formatPrefix(from)}.`
  if (equalPrefix(from, to)) return `${subject.name} has ${formatPrefix(to)} already.`
  const text = formatPrefix(to)
  if (subject.resource?.kind === 'subnet') {
    const { VpcId, id } = subject.resource
    const vpc = index.getOf('vpc', VpcId)
    if (vpc && !parsePrefixes(ownBlocks(vpc)).some((block) => containsPrefix(block, to))) return `${text} is not in a block of ${displayName(vpc)}.`
    const sibling = index.childrenOf('subnet', VpcId).find((other) => other.id !== id && parsePrefixes(blocksOf(other)).some((block) => overlaps(block, to)))
    return sibling && `${text} overlaps ${blocksOf(sibling).join(', ')} of ${displayName(sibling)}.`
  }
  const taken = holdings.find((holding) => !subject.moves(holding) && overlaps(holding.prefix, to))
  if (taken) return `${text} overlaps ${formatPrefix(taken.prefix)} of ${displayName(taken.owner)}.`
  const pool = subject.pool && Object.values(index.design.pools ?? {}).find((other) => other.id !== subject.pool?.id && parsePrefixes(other.blocks).some((block) => overlaps(block, to)))
  return pool && `${text} overlaps the pool ${pool.name}.`
}

/** What one address that a resource speaks of has to do with the renumbering. */
type Verdict = { readonly moved: string } | { readonly note: RenumberNote } | { readonly tooLarge: string } | undefined

class Renumberer {
  readonly #plan: Renumbering
  readonly #subject: Subject
  readonly #referents: Referents

  constructor(plan: Renumbering, subject: Subject, referents: Referents) {
    this.#plan = plan
    this.#subject = subject
    this.#referents = referents
  }

  judge(resource: Resource, spoken: SpokenAddress): Verdict {
    const { from, to } = this.#plan
    const prefix = parsePrefix(spoken.text)
    if (!prefix || (!overlaps(prefix, from) && !overlaps(prefix, to))) return undefined
    const where = `${fieldLabel(resource.kind, String(spoken.at[0]))} of ${displayName(resource)}`
    if (containsPrefix(from, prefix)) return this.#part(resource, spoken, prefix, where)
    if (ownBlocks(resource).includes(spoken.text)) return undefined
    const covers = { old: containsPrefix(prefix, from), fresh: overlaps(prefix, to) }
    if (covers.old && covers.fresh && containsPrefix(prefix, to)) return undefined
    if (covers.old) return { note: { kind: 'summary', resource, text: `${spoken.text} in ${where} covers ${formatPrefix(from)} but not ${formatPrefix(to)}.` } }
    return { note: { kind: 'met', resource, text: `${spoken.text} in ${where} has to do with ${formatPrefix(to)} already.` } }
  }

  #part(resource: Resource, spoken: SpokenAddress, prefix: Prefix, where: string): Verdict {
    const { from, to } = this.#plan
    const meant = this.#referents.of(resource, spoken, prefix)
    const moving = meant.filter(this.#subject.moves)
    if (moving.length === 0 && !(meant.length === 0 && this.#subject.pool)) return undefined
    if (moving.length < meant.length) {
      const others = [...new Set(meant.map(({ owner }) => displayName(owner)))].join(' or ')
      return { note: { kind: 'unsure', resource, text: `${spoken.text} in ${where} stays: it may mean ${others}.` } }
    }
    const moved = movedInto(spoken.text, from, to)
    return moved === undefined ? { tooLarge: `${spoken.text} in ${where} does not fit into ${formatPrefix(to)}.` } : { moved }
  }
}

function planNotes(index: DesignIndex, { from, to }: Renumbering, { pool, resource }: Subject): RenumberNote[] {
  if (pool || resource?.kind === 'subnet') return []
  const pools = Object.values(index.design.pools ?? {})
  const home = pools.find(({ blocks }) => parsePrefixes(blocks).some((block) => containsPrefix(block, from)))
  const next = pools.find(({ blocks }) => parsePrefixes(blocks).some((block) => containsPrefix(block, to)))
  const kept = pools.find(({ reserved = [] }) => parsePrefixes(reserved).some((slice) => overlaps(slice, to)))
  return [
    ...(home && !next ? [{ kind: 'plan' as const, text: `${formatPrefix(to)} is in no pool; ${formatPrefix(from)} is in ${home.name}.` }] : []),
    ...(kept ? [{ kind: 'plan' as const, text: `${formatPrefix(to)} is in a slice that the pool ${kept.name} keeps free.` }] : []),
  ]
}

/**
 * Gives a block other addresses, and with it everything that speaks of them anywhere in the design: subnets, hosts, routes, rules,
 * announcements. What is said of addresses that others have as well goes by who is meant (`Referents`). Refused, with the reason, when
 * the new block is somebody else's or too small for what lies in the old one. In AWS it means building anew (F-ADDR-8, F-ADDR-9).
 */
export function renumber(index: DesignIndex, plan: Renumbering): Result<Renumbered> {
  const found = subjectOf(index, plan)
  if (!found.ok) return found
  const subject = found.value
  const referents = new Referents(index)
  const reason = whyNotTo(index, plan, subject, referents.holdings)
  if (reason !== undefined) return failure('cannot-renumber', '', reason)
  const renumberer = new Renumberer(plan, subject, referents)
  const draft = new Draft(index)
  const changes: AddressChange[] = []
  const notes: RenumberNote[] = planNotes(index, plan, subject)
  for (const resource of Object.values(index.design.resources)) {
    const moves = new Map<string, string>()
    for (const spoken of addressesOf(resource)) {
      const verdict = renumberer.judge(resource, spoken)
      if (verdict && 'tooLarge' in verdict) return failure('cannot-renumber', '', verdict.tooLarge)
      if (verdict && 'note' in verdict) notes.push(verdict.note)
      if (!verdict || !('moved' in verdict)) continue
      moves.set(spoken.at.join(), verdict.moved)
      changes.push({ resource, field: fieldLabel(resource.kind, String(spoken.at[0])), before: spoken.text, after: verdict.moved })
    }
    if (moves.size > 0) draft.put(mapAddresses(resource, ({ at }) => moves.get(at.join())))
  }
  if (subject.pool) draft.putPool(movedPool(subject.pool, plan))
  notes.push(...mentionsOf(index, plan.from))
  return success({ edit: draft.edit(`Renumber ${subject.name} from ${formatPrefix(plan.from)} to ${formatPrefix(plan.to)}`), changes, notes })
}

function movedPool(pool: Pool, { from, to }: Renumbering): Pool {
  const move = (text: string): string => movedInto(text, from, to) ?? text
  return { ...pool, blocks: pool.blocks.map(move), ...(pool.reserved ? { reserved: pool.reserved.map(move) } : {}) }
}
