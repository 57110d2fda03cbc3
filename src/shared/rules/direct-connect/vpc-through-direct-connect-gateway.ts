import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { connectionsBetween } from '../readings/connections.ts'
import { brokenDemands } from '../readings/demands.ts'
import { nameOf } from '../readings/names.ts'
import { sharedGateway } from '../readings/shared-gateways.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'vpc-through-direct-connect-gateway',
  catalogue: 'R-DX-19',
  title: 'VPC is to reach another through a Direct Connect gateway',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['direct-connect-gateway'],
  why: 'A Direct Connect gateway joins sites to VPCs and carries nothing from one VPC to another. Only a site that announces a block around both makes their traffic turn round at its location.',
  remedy: 'Join the VPCs by peering or a transit gateway.',
  sources: [{ fact: 'F-DX-43', checked: CHECKED }],
  messages: { through: '{from} is to reach {to}, and all that joins them is {gateway}, which carries nothing between VPCs.' },
  *check(context) {
    const { index } = context
    for (const { intent, statement, from, to } of brokenDemands(context)) {
      if (from.type !== 'vpc' || to.type !== 'vpc' || from.vpc.id === to.vpc.id || connectionsBetween(index, from, to).length > 0) continue
      const gateway = sharedGateway(index, from, to)
      if (gateway === undefined) continue
      const slots = { from: displayName(from.vpc), to: displayName(to.vpc), gateway: nameOf(index, gateway) }
      yield { message: 'through', slots, resources: [gateway, from.vpc.id, to.vpc.id], intents: [intent.id], evidence: [{ what: 'broken intent', value: statement }] }
    }
  },
})
