import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix } from '../rule.ts'

/** Attaches a gateway that is attached to nothing to the one VPC that routes to it, unless that has a gateway already. */
function attach(index: DesignIndex, gateway: ResourceOf<'internet-gateway'>, vpcs: readonly ResourceId[]): Fix[] {
  const [vpc, ...others] = vpcs
  if (vpc === undefined || others.length > 0 || gateway.Attachments.length > 0) return []
  if (referrersOf(index, 'internet-gateway', vpc).length > 0) return []
  return [fix(`Attach ${displayName(gateway)} to ${nameOf(index, vpc)}`, setField(gateway, 'Attachments', [{ VpcId: vpc }]))]
}

export default defineRule({
  id: 'internet-gateway-unattached',
  catalogue: 'R-EDGE-01',
  title: 'Route leads to an internet gateway that is not attached to the VPC',
  severity: 'error',
  appliesTo: ['internet-gateway', 'route-table'],
  why: 'A VPC reaches the internet through the gateway that is attached to it and through no other. AWS refuses a route to another, and one that is left over drops what it matches.',
  remedy: 'Attach the gateway to the VPC, or point the route at the gateway that is.',
  sources: [
    { fact: 'F-EDGE-1', checked: CHECKED },
    { fact: 'F-RT-25', checked: CHECKED },
  ],
  messages: {
    nowhere: '{gateway} is attached to no VPC, but there are routes to it in {tables} of {vpc}.',
    elsewhere: '{gateway} is attached to {attached}, but there are routes to it in {tables} of {vpc}.',
  },
  checkEach: {
    *'internet-gateway'(gateway, { index }) {
      const attached = gateway.Attachments.map(({ VpcId }) => VpcId)
      const tables = referrersOf(index, 'route-table', gateway.id).filter((table) => !attached.includes(table.VpcId) && table.Routes.some(({ target }) => target === gateway.id))
      const vpcs = [...new Set(tables.map(({ VpcId }) => VpcId))]
      for (const vpc of vpcs) {
        const own = tables.filter(({ VpcId }) => VpcId === vpc)
        yield {
          message: attached.length > 0 ? 'elsewhere' : 'nowhere',
          slots: { tables: sentence(own.map(displayName)), vpc: nameOf(index, vpc), gateway: displayName(gateway), attached: sentence(attached.map((id) => nameOf(index, id))) },
          resources: [gateway.id, vpc, ...own.map(({ id }) => id)],
          field: 'Attachments',
          fixes: attach(index, gateway, vpcs),
        }
      }
    },
  },
})
