import { answer, refuse, type Outcome } from '../../../shared/contract.ts'
import { blocksOf, renumber } from '../../../shared/document/addresses/renumber.ts'
import type { Design } from '../../../shared/document/design.ts'
import { applyEdit } from '../../../shared/document/edit.ts'
import type { PoolId } from '../../../shared/document/pool.ts'
import { displayName, indexOf } from '../../../shared/document/query.ts'
import { resolveResource } from '../../../shared/document/resolve.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import { formatPrefix, parseCidr, parsePrefix, type Prefix } from '../../../shared/net/prefix.ts'
import { refuseProblems, writeDesignFile } from '../../design-file.ts'
import type { Command } from '../command.ts'
import { loadDesign } from '../load-design.ts'
import { JSON_OPTION } from '../options.ts'
import { renumberText } from '../text/addresses.ts'

interface Owner {
  readonly id: ResourceId | PoolId
  readonly name: string
  readonly blocks: readonly string[]
}

/** A pool by its id or name, else a resource as everywhere. */
function findOwner(design: Design, text: string): Outcome<Owner> {
  const pool = Object.values(design.pools ?? {}).find(({ id, name }) => id === text || name === text)
  const found = resolveResource(design, text)
  if (pool && !found.ok) return answer({ id: pool.id, name: pool.name, blocks: pool.blocks })
  if (!found.ok) return refuseProblems(found.problems.map((problem) => ({ ...problem, path: '' })))
  return answer({ id: found.value.id, name: displayName(found.value), blocks: blocksOf(found.value) })
}

function readBlock(text: string): Outcome<Prefix> {
  const parsed = parseCidr(text)
  if (!parsed) return refuse('bad-use', `${text} is not a CIDR such as 10.0.0.0/16`)
  return parsed.hadHostBits ? refuse('bad-use', `${text} has host bits; the block is ${formatPrefix(parsed.prefix)}`) : answer(parsed.prefix)
}

/** The block that is meant: the one named, else the only one of the family, else the only one of the size. */
function oldBlock({ name, blocks }: Owner, named: string | undefined, to: Prefix): Outcome<Prefix> {
  if (named !== undefined) return readBlock(named)
  const family = blocks.flatMap((block) => parsePrefix(block) ?? []).filter((block) => block.family === to.family)
  const alike = family.length === 1 ? family : family.filter(({ length }) => length === to.length)
  const [only, ...others] = alike
  if (only && others.length === 0) return answer(only)
  return refuse('bad-use', blocks.length === 0 ? `${name} has no block of its own` : `say which block of ${name} with --block: ${blocks.join(', ')}`)
}

/** `causeway renumber`: another block, with everything that speaks of it. */
export const renumberCommand: Command = {
  name: 'renumber',
  summary: 'Give a VPC, subnet, site or pool another block, with everything that refers to it.',
  places: { label: '<design> <id|name> <new-cidr>', least: 3, most: 3 },
  forms: ['<design> <id|name> <new-cidr> [--block <cidr>] [--output <file>] [--json]'],
  options: {
    block: { value: '<cidr>', help: 'which block is to change, where there are several' },
    output: { value: '<file>', short: 'o', help: 'the .causeway.json file to write; without it nothing is written' },
    json: JSON_OPTION,
  },
  notes: [
    'It lists every address that changes (subnets, hosts, routes, rules, announcements, anywhere in the design) and what stays but ought to be looked at: summaries that do not cover the new block, words that name an old address, what speaks of the new block already.',
    'In AWS a block cannot be changed: what has it is built anew.',
  ],
  run: async (given, output) => {
    const [path = '', who = '', cidr = ''] = given.places
    const loaded = await loadDesign(path, output)
    if (!loaded.ok) return loaded
    const owner = findOwner(loaded.value, who)
    if (!owner.ok) return owner
    const to = readBlock(cidr)
    if (!to.ok) return to
    const from = oldBlock(owner.value, given.text('block'), to.value)
    if (!from.ok) return from
    const made = renumber(indexOf(loaded.value), { owner: owner.value.id, from: from.value, to: to.value })
    if (!made.ok) return refuseProblems(made.problems)
    const { edit, changes, notes } = made.value
    const after = applyEdit(loaded.value, edit)
    if (!after.ok) return refuseProblems(after.problems)
    const told = { label: edit.label, changes: changes.map(({ resource, ...change }) => ({ resource: resource.id, ...change })), notes: notes.map(({ resource, ...note }) => ({ resource: resource?.id ?? null, ...note })) }
    output.print(given.isSet('json') ? JSON.stringify(told, null, 2) : renumberText(made.value, output.width))
    const target = given.text('output')
    if (target === undefined) return answer(0)
    const written = await writeDesignFile(target, after.value)
    if (!written.ok) return written
    output.say(`wrote ${target}`)
    return answer(0)
  },
}
