import { withName } from './nameless.ts'
import type { Place } from './place.ts'
import { removeSecrets } from './secrets.ts'
import type { SnapshotSource } from './snapshot.ts'

/** Top-level keys of Direct Connect answers, whose fields the API spells in lowerCamelCase and some tools in PascalCase. */
const DIRECT_CONNECT = new Set(['VirtualInterfaces', 'DirectConnectGateways', 'DirectConnectGatewayAssociations', 'DirectConnectGatewayAttachments', 'Connections', 'Lags', 'Interconnects'])

const pascal = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1)

function pascalKeys(value: unknown, depth = 0): unknown {
  if (depth > 20 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((entry) => pascalKeys(entry, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [pascal(key), pascalKeys(entry, depth + 1)]))
}

/** One answer of AWS as sources of a snapshot: one for each list in it. Secrets are removed from the answer in place. */
export function sourcesOfAnswer(origin: string, place: Place, answer: unknown): SnapshotSource[] {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return []
  removeSecrets(answer)
  return Object.entries(answer).flatMap(([key, items]) => {
    const name = DIRECT_CONNECT.has(pascal(key)) ? pascal(key) : key
    if (!Array.isArray(items)) return []
    const read = { key: name, items: DIRECT_CONNECT.has(name) ? items.map((item) => pascalKeys(item)) : (items as unknown[]) }
    return withName(origin, read).map((source) => ({ origin, ...place, ...source }))
  })
}
