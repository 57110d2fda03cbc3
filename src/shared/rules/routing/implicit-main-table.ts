import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { subnetsByTable } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'implicit-main-table',
  catalogue: 'R-RT-14',
  title: 'Subnet is left to the main route table',
  severity: 'advice',
  appliesTo: ['vpc', 'subnet'],
  why: 'A subnet without a table of its own follows the main one, and so does every subnet that is added later. Where other subnets have their tables, that is easily an oversight.',
  remedy: 'Associate the subnet with a table explicitly, if only with the main one.',
  sources: [{ fact: 'F-RT-1', checked: CHECKED }],
  messages: { implicit: 'The main table {table} of {vpc} serves {subnets} only because nothing else is said, while other subnets have tables of their own.' },
  checkEach: {
    *vpc(vpc, { index }) {
      const main = index.mainTableOf(vpc.id)
      if (!main) return
      const explicit = new Set(index.childrenOf('route-table', vpc.id).flatMap(({ Associations }) => Associations.flatMap(({ SubnetId }) => SubnetId ?? [])))
      const users = subnetsByTable(index, vpc.id)
      const left = (users.get(main) ?? []).filter(({ id }) => !explicit.has(id))
      if (left.length === 0 || explicit.size === 0) return
      yield {
        message: 'implicit',
        slots: { subnets: sentence(left.map(displayName)), vpc: displayName(vpc), table: displayName(main) },
        resources: [vpc.id, main.id, ...left.map(({ id }) => id)],
        fixes: [fix(`Associate ${sentence(left.map(displayName))} with ${displayName(main)}`, setField(main, 'Associations', [...main.Associations, ...left.map(({ id }) => ({ SubnetId: id }))]))],
      }
    },
  },
})
