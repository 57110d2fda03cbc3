import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import { vpcOfInstance } from '../readings/appliances.ts'
import { defineRule } from '../rule.ts'

const regionOf = (index: DesignIndex, router: ResourceId) => index.getOf('vpc', vpcOfInstance(index, index.getOf('instance', router)))?.Region

export default defineRule({
  id: 'software-vpn-between-regions',
  catalogue: 'R-SW-15',
  title: 'Software VPN between Regions runs over public addresses',
  severity: 'advice',
  profiles: ['seed-caveats'],
  appliesTo: ['software-vpn', 'instance'],
  why: 'Within a Region, packets between public addresses of AWS stay on its network. Between Regions the first paper says internet, and whether AWS carries them itself today is not documented for every pair.',
  remedy: 'Where that matters, use inter-Region peering of VPCs or transit gateways, which stays on AWS\'s network and is encrypted.',
  sources: [{ fact: 'F-SW-3', checked: CHECKED }],
  messages: { between: 'Whether {tunnel} between {region} and {other} leaves AWS\'s network cannot be told: it runs between public addresses of two Regions.' },
  checkEach: {
    *'software-vpn'(tunnel, { index }) {
      const [region, other] = [regionOf(index, tunnel.near), regionOf(index, tunnel.far)]
      if (region !== undefined && other !== undefined && region !== other) yield { message: 'between', slots: { tunnel: displayName(tunnel), region, other }, resources: [tunnel.id, tunnel.near, tunnel.far], verdict: 'cannot-tell' }
    },
  },
})
