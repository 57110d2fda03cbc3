import { HOSTED_ONLY } from '../../facts/direct-connect.ts'
import type { ImportContext } from '../context.ts'
import { nameOf, oneOf, placeFieldsOf } from '../fields.ts'
import { connections, virtualInterfaces } from '../items/hybrid.ts'

/** Connections of DescribeConnections, and those that only a virtual interface names (hosted ones, other accounts'). */
export function importConnections(context: ImportContext): void {
  for (const found of context.all(virtualInterfaces)) {
    const { ConnectionId, Location, AwsLogicalDeviceId, AwsDeviceV2, Region } = found.item
    if (!ConnectionId || context.isGone(ConnectionId) || ConnectionId.length > 120) continue
    if (!context.find(connections, ConnectionId)) context.note(found, `assumed: ${ConnectionId} is a connection of its own, known from its virtual interface only`)
    context.add(connections, ConnectionId, connections.schema.parse({ ConnectionId, Location, AwsLogicalDeviceId, AwsDeviceV2 }), Region ? { region: Region } : {})
  }
  for (const found of context.all(connections)) {
    const { item } = found
    context.put('direct-connect-connection', found, {
      name: nameOf(found, item.Tags, item.ConnectionName),
      ...placeFieldsOf(found),
      Location: item.Location?.slice(0, 100) || undefined,
      Bandwidth: item.Bandwidth?.slice(0, 20) || undefined,
      // A hosted connection is one VLAN of a partner's port; a port of one's own has none.
      connectionType: (item.Vlan ?? 0) > 0 || HOSTED_ONLY.value.includes(item.Bandwidth ?? '') ? 'hosted' : undefined,
      ProviderName: (item.ProviderName || item.PartnerName)?.slice(0, 255) || undefined,
      MacSecCapable: item.MacSecCapable,
      EncryptionMode: item.MacSecKeys.some(({ State }) => State === 'associated') ? oneOf(item.EncryptionMode, ['no_encrypt', 'should_encrypt', 'must_encrypt']) : undefined,
      JumboFrameCapable: item.JumboFrameCapable,
      HasLogicalRedundancy: oneOf(item.HasLogicalRedundancy, ['yes', 'no', 'unknown']),
      AwsLogicalDeviceId: (item.AwsLogicalDeviceId || item.AwsDeviceV2)?.slice(0, 100) || undefined,
    })
  }
}
