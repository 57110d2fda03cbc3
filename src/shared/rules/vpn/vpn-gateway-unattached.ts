import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { vpnGatewaysOf } from '../readings/connections.ts'
import { isIdle } from '../readings/cloud-hub.ts'
import { sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

/** Attaches the gateway to the only VPC of its account and Region that has none yet. */
function attach(index: DesignIndex, gateway: ResourceOf<'vpn-gateway'>): Fix[] {
  const near = index.all('vpc').filter((vpc) => vpc.Region === gateway.Region && vpc.OwnerId === gateway.OwnerId)
  const [vpc, ...others] = near.filter(({ id }) => vpnGatewaysOf(index, id).length === 0)
  return vpc && others.length === 0 ? [fix(`Attach ${displayName(gateway)} to ${displayName(vpc)}`, setField(gateway, 'VpcAttachments', [{ VpcId: vpc.id }]))] : []
}

/** The sites whose devices the connections come from. */
const sitesOf = (index: DesignIndex, connections: readonly ResourceOf<'vpn-connection'>[]): readonly ResourceId[] =>
  connections.flatMap(({ CustomerGatewayId }) => index.getOf('customer-gateway', CustomerGatewayId)?.site ?? [])

export default defineRule({
  id: 'vpn-gateway-unattached',
  catalogue: 'R-VPN-13',
  title: 'VPN ends on a virtual private gateway without a VPC',
  severity: 'error',
  appliesTo: ['vpn-gateway'],
  why: 'A virtual private gateway that is attached to no VPC leads nowhere, so its VPN carries nothing. Only as the hub of several sites with BGP (CloudHub) does it work without one.',
  remedy: 'Attach the gateway to its VPC.',
  sources: [
    { fact: 'F-VPN-91', checked: CHECKED },
    { fact: 'F-VPN-65', checked: CHECKED },
  ],
  messages: {
    unattached: '{gateway} is attached to no VPC, so its VPN ({connections}) leads nowhere.',
    unknown: 'Whether {gateway} is attached to a VPC cannot be told: the design holds no VPC at all.',
  },
  *check({ index }) {
    for (const gateway of index.all('vpn-gateway')) {
      if (!isIdle(index, gateway)) continue
      const connections = referrersOf(index, 'vpn-connection', gateway.id)
      const isBlind = gateway.awsId !== undefined && index.all('vpc').length === 0
      yield {
        message: isBlind ? 'unknown' : 'unattached',
        slots: { gateway: displayName(gateway), connections: sentence(connections.map(displayName)) },
        resources: [gateway.id, ...connections.map(({ id }) => id), ...sitesOf(index, connections)],
        field: 'VpcAttachments',
        ...(isBlind ? { verdict: 'cannot-tell', severity: 'advice' } : { fixes: attach(index, gateway) }),
      }
    }
  },
})
