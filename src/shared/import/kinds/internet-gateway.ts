import type { ImportContext } from '../context.ts'
import { isLeaving, nameOf, placeFieldsOf } from '../fields.ts'
import { internetGateways } from '../items/gateway.ts'
import { vpcs } from '../items/vpc.ts'

/** Internet gateways. Their attachments are reported as `available`, against the documentation: all but the leaving ones count. */
export function importInternetGateways(context: ImportContext): void {
  for (const found of context.all(internetGateways)) {
    const attached = found.item.Attachments.filter((attachment) => !isLeaving(attachment.State))
    const Attachments = attached.flatMap((attachment) => context.ref(vpcs, attachment.VpcId, found) ?? []).map((VpcId) => ({ VpcId }))
    if (Attachments.length < attached.length) context.note(found, context.missing('VPC', attached.find((attachment) => !context.ref(vpcs, attachment.VpcId))?.VpcId))
    context.put('internet-gateway', found, { name: nameOf(found, found.item.Tags), ...placeFieldsOf(found), Attachments })
  }
}
