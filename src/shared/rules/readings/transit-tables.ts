import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { file } from './group.ts'
import { remember } from './remember.ts'

/** The transit gateway route tables of a design, by attachment. */
export interface TransitTables {
  /** The table that routes an attachment's packets: at most one (F-TGW-26). */
  readonly associated: ReadonlyMap<ResourceId, ResourceOf<'transit-gateway-route-table'>>
  /** The attachments that propagate into a table. */
  readonly propagating: ReadonlyMap<ResourceId, ReadonlySet<ResourceId>>
}

/** Reads the transit gateway route tables once per design. */
export const transitTablesOf = remember((index: DesignIndex): TransitTables => {
  const tables = index.all('transit-gateway-route-table')
  return {
    associated: new Map(tables.flatMap((table) => table.Associations.map((attachment) => [attachment, table] as const))),
    propagating: new Map(tables.map((table) => [table.id, new Set(table.Propagations)])),
  }
})

/** The tables that each attachment propagates into. */
export const propagatedInto = remember((index: DesignIndex): ReadonlyMap<ResourceId, readonly ResourceId[]> => {
  const tables = new Map<ResourceId, ResourceId[]>()
  for (const [table, attachments] of transitTablesOf(index).propagating) for (const attachment of attachments) file(tables, attachment, table)
  return tables
})
