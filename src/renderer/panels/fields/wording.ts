export { wordsOf } from '../../../shared/model/field-words.ts'

const CHOICES: Readonly<Record<string, string>> = {
  enable: 'Enabled',
  disable: 'Disabled',
  'data-center': 'Data center',
  '7224:7100': '7224:7100 (low)',
  '7224:7200': '7224:7200 (medium)',
  '7224:7300': '7224:7300 (high)',
}

/** An enum's value as people read it. */
export function choiceLabel(value: string): string {
  const known = CHOICES[value]
  if (known !== undefined) return known
  const text = value.replace(/-/g, ' ')
  return /^[a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
