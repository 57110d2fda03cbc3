import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'china-region',
  catalogue: 'R-DX-44',
  title: 'Direct Connect gateway with a Region in China',
  severity: 'error',
  appliesTo: ['direct-connect-gateway-association'],
  why: 'A Direct Connect gateway joins Regions of one partition. Regions in China are a partition of their own and cannot be associated.',
  remedy: 'Reach the Region in China over lines and gateways of its own.',
  sources: [{ fact: 'F-DX-40', checked: CHECKED }],
  messages: { china: '{gateway} cannot be associated with {end}, which is in {region}.' },
  checkEach: {
    *'direct-connect-gateway-association'(association, { index }) {
      const vgw = index.getOf('vpn-gateway', association.VpnGatewayId)
      const end = vgw ?? index.getOf('transit-gateway', association.TransitGatewayId)
      const region = end?.Region ?? index.getOf('vpc', vgw?.VpcAttachments[0]?.VpcId)?.Region
      if (!end || region?.startsWith('cn-') !== true) return
      yield { message: 'china', slots: { gateway: nameOf(index, association.DirectConnectGatewayId), end: displayName(end), region }, resources: [association.id, end.id] }
    },
  },
})
