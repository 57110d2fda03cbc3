import type { Change, Edit } from '../../../shared/document/edit.ts'
import { equalJson } from '../../../shared/document/equal.ts'
import { type DesignIndex, displayName } from '../../../shared/document/query.ts'
import { fieldInfo } from '../../../shared/model/field.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import { definitionOf, type Kind, type Resource } from '../../../shared/model/index.ts'

/** One line of what an edit does to a design: what is added, or what is taken away. */
export interface PreviewLine {
  /** The resource and its field: "app-routes, Routes". */
  readonly where: string
  readonly sign: '+' | '−'
  readonly text: string
}

/** Finds a resource of the design, or one that the edit makes. */
type Look = (id: string) => Resource | undefined

const FIELDS_OF_NO_INTEREST: ReadonlySet<string> = new Set(['id', 'kind', 'name', 'OwnerId'])

/** A value as people read it: names instead of ids, members one after the other. */
function wordsOf(look: Look, value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((entry) => wordsOf(look, entry)).join(', ')
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([key, entry]) => `${key} ${wordsOf(look, entry)}`).join(' · ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const resource = typeof value === 'string' ? look(value) : undefined
  return resource ? displayName(resource) : String(value)
}

function labelOf(kind: Kind, field: string): string {
  const schema = definitionOf(kind).schema.shape[field]
  return (schema && fieldInfo.get(schema)?.label) ?? field
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

function linesOfField(look: Look, resource: Resource, field: string, before: unknown, after: unknown): PreviewLine[] {
  const where = `${displayName(resource)}, ${labelOf(resource.kind, field)}`
  const [old, now] = [listOf(before), listOf(after)]
  const gone = old.filter((entry) => !now.some((other) => equalJson(entry, other)))
  const made = now.filter((entry) => !old.some((other) => equalJson(entry, other)))
  return [...gone.map((entry): PreviewLine => ({ where, sign: '−', text: wordsOf(look, entry) })), ...made.map((entry): PreviewLine => ({ where, sign: '+', text: wordsOf(look, entry) }))]
}

function linesOf(look: Look, change: Change): PreviewLine[] {
  if (change.op === 'rename' || change.collection !== 'resources') return []
  if (change.op === 'set') {
    const resource = look(change.id)
    return resource ? linesOfField(look, resource, change.field, change.before, change.after) : []
  }
  const made = change.after as Resource | undefined
  if (!made) return []
  const members = Object.entries(made).filter(([key, value]) => !FIELDS_OF_NO_INTEREST.has(key) && !(Array.isArray(value) && value.length === 0))
  return [{ where: `New: ${definitionOf(made.kind).label}`, sign: '+', text: [displayName(made), ...members.map(([key, value]) => `${labelOf(made.kind, key)} ${wordsOf(look, value)}`)].join(' · ') }]
}

/** What an edit adds and takes away, line by line. `index` is that of the design that it was made against. */
export function previewOf(index: DesignIndex, edit: Edit): readonly PreviewLine[] {
  const made = new Map(edit.changes.flatMap((change) => (change.op === 'put' && change.collection === 'resources' ? [[change.id, change.after as Resource | undefined] as const] : [])))
  const look: Look = (id) => index.get(id as ResourceId) ?? made.get(id)
  return edit.changes.flatMap((change) => linesOf(look, change))
}
