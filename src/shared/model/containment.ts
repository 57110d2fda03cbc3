import type { ResourceId } from './id.ts'
import { definitionOf, type Resource } from './index.ts'

/** The resource that holds this one, from its own parent field; undefined on the canvas or in a group box only. */
export function parentOf(resource: Resource): ResourceId | undefined {
  if (resource.kind === 'internet-gateway') return resource.Attachments[0]?.VpcId
  if (resource.kind === 'vpn-gateway') return resource.VpcAttachments[0]?.VpcId
  const { parentField, parentFields } = definitionOf(resource.kind)
  const fields = resource as unknown as Readonly<Record<string, ResourceId | undefined>> // they name id fields of this very kind
  if (parentFields) return Object.values(parentFields).map((field) => fields[field]).find((id) => id !== undefined)
  return parentField === undefined ? undefined : fields[parentField]
}
