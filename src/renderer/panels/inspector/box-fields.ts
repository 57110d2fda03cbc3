import type { BoxFields } from '../../../shared/document/commands/boxes.ts'
import { ownerId, region } from '../../../shared/model/field.ts'

const CHECKS = { OwnerId: ownerId(), Region: region() } as const

/** What is wrong with an attribute of a group box; empty text is "not said" where the box can do without. */
export function boxFieldComplaint(field: keyof BoxFields, text: string): string | undefined {
  if (field === 'AvailabilityZone') return text === '' ? 'Give the zone a name' : text.length > 60 ? 'At most 60 characters' : undefined
  if (text === '') return field === 'Region' ? 'Give the Region its code' : undefined
  const parsed = CHECKS[field].safeParse(text)
  const message = parsed.success ? undefined : (parsed.error.issues[0]?.message ?? 'is not valid')
  return message && message.charAt(0).toUpperCase() + message.slice(1)
}
