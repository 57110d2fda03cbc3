import type { ImportContext } from '../context.ts'
import { nameOf } from '../fields.ts'
import { peerings, vpcs } from '../items/vpc.ts'

/** Peerings whose ends are both known, if only as placeholders. */
export function importPeerings(context: ImportContext): void {
  for (const found of context.all(peerings)) {
    const { RequesterVpcInfo: requester, AccepterVpcInfo: accepter, Status, Tags } = found.item
    const RequesterVpcId = context.ref(vpcs, requester?.VpcId, { ...found, ...(requester?.OwnerId ? { account: requester.OwnerId } : {}) })
    const AccepterVpcId = context.ref(vpcs, accepter?.VpcId, { ...(accepter?.OwnerId ? { account: accepter.OwnerId } : {}), ...(accepter?.Region ? { region: accepter.Region } : {}) })
    context.put(
      'vpc-peering-connection',
      found,
      RequesterVpcId === undefined
        ? { skip: context.missing('requester VPC', requester?.VpcId) }
        : AccepterVpcId === undefined
          ? { skip: context.missing('accepter VPC', accepter?.VpcId) }
          : {
              name: nameOf(found, Tags),
              RequesterVpcId,
              AccepterVpcId,
              Status: Status?.Code === 'pending-acceptance' || Status?.Code === 'provisioning' ? 'pending-acceptance' : 'active',
              requesterDnsResolution: requester?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc,
              accepterDnsResolution: accepter?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc,
            },
    )
  }
}
