import { putPool } from '../../../shared/document/commands/pools.ts'
import type { Design } from '../../../shared/document/design.ts'
import { applyEdit, type Edit } from '../../../shared/document/edit.ts'
import { type Pool, type PoolId, poolId, type PoolUse } from '../../../shared/document/pool.ts'
import { formatPrefix, parsePrefix } from '../../../shared/net/prefix.ts'

/** A pool as it is typed. */
export interface PoolForm {
  readonly name: string
  readonly use: PoolUse
  readonly Region: string
  /** One block a line, or with commas. */
  readonly blocks: string
  readonly reserved: string
  readonly blockLength: string
}

/** A pool that nobody has typed anything of; the first one holds the largest private range. */
export function newForm(design: Design): PoolForm {
  const isFirst = Object.keys(design.pools ?? {}).length === 0
  return { name: isFirst ? 'VPCs' : '', use: 'vpcs', Region: '', blocks: isFirst ? '10.0.0.0/8' : '', reserved: '', blockLength: '' }
}

/** A pool as it can be typed over. */
export function formOf({ name, use, Region = '', blocks, reserved = [], blockLength }: Pool): PoolForm {
  return { name, use, Region, blocks: blocks.join('\n'), reserved: reserved.join('\n'), blockLength: blockLength === undefined ? '' : String(blockLength) }
}

/** Blocks as typed; `10.0.0.0/8` is what both spellings of it become, other text stays for the schema to refuse. */
function blocksOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== '').map((part) => {
    const prefix = part.includes('/') ? parsePrefix(part) : undefined
    return prefix && part.split('/')[0]?.toLowerCase() === formatPrefix(prefix).split('/')[0] ? formatPrefix(prefix) : part
  })
}

const FIELD_WORDS: Readonly<Record<string, string>> = { name: 'The pool', blocks: 'The pool', reserved: 'Kept free', blockLength: 'The usual size', Region: 'The Region' }

/** The edit that keeps what was typed, or what is wrong with it. */
export function poolEdit(design: Design, form: PoolForm, id: PoolId | undefined, freshId: string): { readonly edit: Edit; readonly id: PoolId } | { readonly complaints: readonly string[] } {
  const key = id ?? poolId.parse(freshId)
  const length = form.blockLength.trim().replace(/^\//, '')
  const reserved = blocksOf(form.reserved)
  const pool = {
    id: key,
    name: form.name.trim(),
    use: form.use,
    blocks: blocksOf(form.blocks),
    ...(form.Region.trim() === '' ? {} : { Region: form.Region.trim() }),
    ...(reserved.length === 0 ? {} : { reserved }),
    ...(length === '' ? {} : { blockLength: Number(length) }),
  } as Pool // the edit is read with the schema
  const edit = putPool(design, pool)
  const applied = applyEdit(design, edit)
  if (applied.ok) return { edit, id: key }
  const complaints = applied.problems.map(({ path, message }) => {
    const [, , field = '', position] = path.split('.')
    const typed = position === undefined ? undefined : { blocks: pool.blocks, reserved }[field]?.[Number(position)]
    // Messages that begin with an address say themselves what they are about.
    return /^(a |\d|[0-9a-f]*:)/.test(message) ? `${message.charAt(0).toUpperCase()}${message.slice(1)}.` : `${typed ?? FIELD_WORDS[field] ?? 'The pool'} ${message}.`
  })
  return { complaints: [...new Set(complaints)] }
}
