/** The number that a person typed; what is not one stays as text, so that the schema refuses it; nothing typed is nothing. */
export function numberIn(typed: string): unknown {
  const text = typed.trim()
  if (text === '') return undefined
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
