import type { ResourceId } from './id.ts'
import { definitionOf, type Resource } from './index.ts'

/** The resource that holds this one, from its own parent field; undefined on the canvas or in a group box only. */
export function parentOf(resource: Resource): ResourceId | undefined {
  if (resource.kind === 'nat-gateway') return resource.SubnetId ?? resource.VpcId
  if (resource.kind === 'internet-gateway') return resource.Attachments[0]?.VpcId
  if (resource.kind === 'vpn-gateway') return resource.VpcAttachments[0]?.VpcId
  const { parentField } = definitionOf(resource.kind)
  return parentField === undefined ? undefined : (resource as unknown as Readonly<Record<string, ResourceId | undefined>>)[parentField]
}
