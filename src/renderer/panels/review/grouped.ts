/** Items under a heading. */
export interface Grouped<Item> {
  readonly label: string
  readonly items: readonly Item[]
}

/** The items by a heading, in the order in which headings come first. */
export function groupedBy<Item>(items: Iterable<Item>, headingOf: (item: Item) => string): Grouped<Item>[] {
  return [...Map.groupBy(items, headingOf)].map(([label, own]) => ({ label, items: own }))
}

/** True when every word that is sought is in the text. */
export function holdsWords(text: string, sought: string): boolean {
  const within = text.toLowerCase()
  return sought.toLowerCase().split(/\s+/).every((word) => within.includes(word))
}
