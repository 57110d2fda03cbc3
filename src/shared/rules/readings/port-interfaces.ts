import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { referrersOf } from './sessions.ts'

/** The virtual interfaces over a connection or LAG, those over the LAG's members included. */
export function interfacesOf(index: DesignIndex, port: ResourceOf<'direct-connect-connection'> | ResourceOf<'direct-connect-lag'>): ResourceOf<'virtual-interface'>[] {
  const members: ResourceId[] = port.kind === 'direct-connect-lag' ? referrersOf(index, 'direct-connect-connection', port.id).map(({ id }) => id) : []
  return [port.id, ...members].flatMap((id) => referrersOf(index, 'virtual-interface', id))
}
