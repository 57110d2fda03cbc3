import type { SnapshotSource } from './snapshot.ts'

type Source = Pick<SnapshotSource, 'key' | 'items'>

const typeOf = (route: unknown): unknown => (typeof route === 'object' && route !== null ? (route as { readonly Type?: unknown }).Type : undefined)

/** The answer with the id of a transit gateway route table added, under the key that the import knows. */
const ofTable = (TransitGatewayRouteTableId: string, key: string, fields: object): Source => ({ key, items: [{ TransitGatewayRouteTableId, ...fields }] })

const LIST = /.*(?<![a-z0-9])(pl-[0-9a-z]+)/s
const TABLE = /.*(?<![a-z0-9])(tgw-rtb-[0-9a-z]+)/s

/** Answers that do not say which prefix list or route table was asked about: the id to look for, and what they become with it. */
const NAMELESS: Readonly<Record<string, { readonly id: RegExp; readonly named: (id: string, items: readonly unknown[]) => readonly Source[] }>> = {
  Entries: { id: LIST, named: (PrefixListId, Entries) => [{ key: 'ManagedPrefixListEntries', items: [{ PrefixListId, Entries }] }] },
  Associations: { id: TABLE, named: (id, Associations) => [ofTable(id, 'TransitGatewayAssociations', { Associations })] },
  TransitGatewayRouteTablePropagations: { id: TABLE, named: (id, items) => [ofTable(id, 'TransitGatewayPropagations', { TransitGatewayRouteTablePropagations: items })] },
  Routes: {
    id: TABLE,
    named: (id, routes) => {
      const propagated = routes.filter((route) => typeOf(route) === 'propagated')
      return [
        ofTable(id, 'TransitGatewayStaticRoutes', { Routes: routes.filter((route) => typeOf(route) !== 'propagated') }),
        ...(propagated.length === 0 ? [] : [ofTable(id, 'TransitGatewayPropagatedRoutes', { Routes: propagated })]),
      ]
    },
  },
}

/**
 * A list of an answer as the import knows it. The calls that ask about one prefix list or transit gateway route table do
 * not repeat its id in the answer; it is then taken from the name of the file, where the name has it.
 */
export function withName(origin: string, { key, items }: Source): readonly Source[] {
  const nameless = Object.hasOwn(NAMELESS, key) ? NAMELESS[key] : undefined
  const id = nameless?.id.exec(origin)?.[1]
  return nameless && id !== undefined ? nameless.named(id, items) : [{ key, items }]
}
