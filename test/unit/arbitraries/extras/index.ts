import type { Builder } from '../build.ts'
import type { ExtrasPlan } from '../plan-extras.ts'
import { addCloudWan } from './cloud-wan.ts'
import { addEgress } from './egress.ts'
import { addEndpoints } from './endpoints.ts'
import { addEstate } from './estate.ts'
import { addPhysical } from './physical.ts'
import { addPolicies } from './policies.ts'
import { addRemote } from './remote.ts'
import { addSoftware } from './software.ts'
import { addTransitMore } from './transit-more.ts'

/** Adds what the plan has beyond the basic network. Policies come last because they name links. */
export function addExtras(builder: Builder, plan: ExtrasPlan): void {
  if (plan.estate) addEstate(builder, plan.estate)
  if (plan.software) addSoftware(builder, plan.software)
  if (plan.physical) addPhysical(builder, plan.physical)
  if (plan.transitMore) addTransitMore(builder, plan.transitMore)
  if (plan.cloudWan) addCloudWan(builder, plan.cloudWan)
  if (plan.remote) addRemote(builder, plan.remote)
  if (plan.endpoints) addEndpoints(builder, plan.endpoints)
  if (plan.egress) addEgress(builder, plan.egress)
  if (plan.policies) addPolicies(builder, plan.policies)
}
