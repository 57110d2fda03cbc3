import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { sentence } from '../readings/names.ts'
import { balancersOf } from '../readings/private-link.ts'
import { referrersOf } from '../readings/sessions.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'endpoint-service-balancer',
  catalogue: 'R-PL-07',
  title: 'Endpoint service without a fitting load balancer of its own',
  severity: 'error',
  appliesTo: ['vpc-endpoint-service', 'load-balancer'],
  why: 'An endpoint service is made of Network or Gateway Load Balancers, and a load balancer belongs to one service. AWS takes neither a service without one nor a load balancer that serves another service already.',
  remedy: 'Put a Network or Gateway Load Balancer of its own behind each service.',
  sources: [{ fact: 'F-PL-1', checked: CHECKED }],
  messages: {
    none: '{service} has no load balancer.',
    type: '{service} has {balancers} behind it; an Application Load Balancer cannot be the front of an endpoint service.',
    shared: '{balancers} serves {others} as well as {service}; a load balancer belongs to one endpoint service.',
  },
  checkEach: {
    *'vpc-endpoint-service'(service, { index }) {
      const balancers = balancersOf(index, service)
      const slots = { service: displayName(service) }
      const balancersThere = index.childrenOf('load-balancer', service.VpcId).filter(({ id, Type }) => Type !== 'application' && referrersOf(index, 'vpc-endpoint-service', id).length === 0)
      const [only, ...more] = balancersThere
      const give = only && more.length === 0 ? [fix(`Put ${displayName(only)} behind ${slots.service}`, setField(service, 'loadBalancers', [only.id]))] : []
      if (balancers.length === 0) yield { message: 'none', slots, resources: [service.id], field: 'loadBalancers', fixes: give }
      const unfit = balancers.filter(({ Type }) => Type === 'application')
      if (unfit.length > 0) yield { message: 'type', slots: { ...slots, balancers: sentence(unfit.map(displayName)) }, resources: [service.id, ...unfit.map(({ id }) => id)], field: 'loadBalancers' }
      for (const balancer of balancers) {
        const others = referrersOf(index, 'vpc-endpoint-service', balancer.id).filter(({ id }) => id < service.id) // the later of two is blamed
        if (others.length > 0) yield { message: 'shared', slots: { ...slots, balancers: displayName(balancer), others: sentence(others.map(displayName)) }, resources: [service.id, balancer.id, ...others.map(({ id }) => id)], field: 'loadBalancers' }
      }
    },
  },
})
