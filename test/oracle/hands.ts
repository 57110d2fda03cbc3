/** Fields of a resource that is being changed. */
export type Fields = Record<string, unknown>
/** Resources by id. */
export type Table = Record<string, Fields>

/** What is at hand to change: resources of a kind, one of them picked by the twist's number. */
export class Hands {
  readonly resources: Table
  private readonly at: number

  constructor(resources: Table, at: number) {
    this.resources = resources
    this.at = at
  }

  all(kind: string): Fields[] {
    return Object.values(this.resources).filter((resource) => resource['kind'] === kind)
  }

  pick(kind: string, more = 0): Fields | undefined {
    const all = this.all(kind)
    return all[(this.at + more) % Math.max(1, all.length)]
  }

  add(kind: string, name: string, fields: Fields): string {
    const id = `${kind}:${name}`
    this.resources[id] ??= { kind, id, name, ...fields }
    return id
  }

  push(resource: Fields | undefined, field: string, entry: unknown): void {
    if (resource) resource[field] = [...((resource[field] as unknown[] | undefined) ?? []), entry]
  }

  /** Adds a route, in front of one for the same destination (AWS allows no second). */
  route(table: Fields | undefined, route: Fields): void {
    if (table) table['Routes'] = [route, ...(table['Routes'] as Fields[]).filter((other) => other['DestinationCidrBlock'] === undefined || other['DestinationCidrBlock'] !== route['DestinationCidrBlock'])]
  }

  set(resource: Fields | undefined, fields: Fields): void {
    if (resource) Object.assign(resource, fields)
  }
}
