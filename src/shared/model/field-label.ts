import { fieldInfo } from './field.ts'
import { wordsOf } from './field-words.ts'
import { definitionOf, type Kind } from './index.ts'

/** What a person calls a field of a kind: its label, else its own name in words. */
export function fieldLabel(kind: Kind, field: string): string {
  const schema = definitionOf(kind).schema.shape[field]
  return (schema && fieldInfo.get(schema)?.label) ?? wordsOf(field)
}
