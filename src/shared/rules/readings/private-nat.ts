import type { DesignIndex } from '../../document/query.ts'
import type { ResourceId } from '../../model/id.ts'
import { referrersOf } from './sessions.ts'

/** True when the VPC has a private NAT gateway: one of its blocks then stays inside on purpose, and hosts go out under addresses of another. */
export const hasPrivateNat = (index: DesignIndex, vpc: ResourceId): boolean =>
  index.childrenOf('subnet', vpc).some(({ id }) => referrersOf(index, 'nat-gateway', id).some(({ ConnectivityType }) => ConnectivityType === 'private'))
