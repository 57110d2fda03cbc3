import { displayName } from '../../document/query.ts'
import { PEERING_REQUEST_DAYS } from '../../facts/peering.ts'
import { brokenDemands, type Demand } from '../readings/demands.ts'
import { nameOf } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

const vpcOf = ({ from, to }: Demand) => [from, to].map((end) => (end.type === 'vpc' ? end.vpc.id : undefined))

export default defineRule({
  id: 'peering-pending',
  catalogue: 'R-PEER-07',
  title: 'Peering connection is not accepted yet',
  severity: 'warning',
  appliesTo: ['vpc-peering-connection'],
  why: `A peering connection carries nothing before the owner of the other VPC has accepted it. A request that nobody accepts expires after ${PEERING_REQUEST_DAYS.value} days.`,
  remedy: 'Have it accepted, and say so in its status.',
  sources: [PEERING_REQUEST_DAYS],
  messages: {
    pending: '{peering} between {requester} and {accepter} waits for acceptance; until then its routes lead nowhere, and after {days} days the request expires.',
    needed: '{requester} and {accepter} must reach each other, but {peering} between them has not been accepted.',
  },
  *check(context) {
    const { index } = context
    for (const peering of index.all('vpc-peering-connection')) {
      if (peering.Status !== 'pending-acceptance') continue
      const ends = [peering.RequesterVpcId, peering.AccepterVpcId]
      const demands = brokenDemands(context).filter((demand) => ends.every((end) => vpcOf(demand).includes(end)))
      yield {
        message: demands.length > 0 ? 'needed' : 'pending',
        slots: { peering: displayName(peering), requester: nameOf(index, peering.RequesterVpcId), accepter: nameOf(index, peering.AccepterVpcId), days: PEERING_REQUEST_DAYS.value },
        resources: [peering.id, ...ends],
        field: 'Status',
        intents: demands.map(({ intent }) => intent.id),
        evidence: demands.slice(0, 10).map(({ statement }) => ({ what: 'broken intent', value: statement })),
        fixes: [fix(`Take ${displayName(peering)} as accepted`, setField(peering, 'Status', 'active'))],
        ...(demands.length > 0 ? { severity: 'error' } : {}),
      }
    }
  },
})
