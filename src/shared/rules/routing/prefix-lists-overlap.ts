import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { findOverlaps } from '../../net/overlap.ts'
import { formatPrefix } from '../../net/prefix.ts'
import { nameOf } from '../readings/names.ts'
import { destinationsOf, destinationText } from '../readings/routes.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'prefix-lists-overlap',
  catalogue: 'R-RT-10',
  title: 'Prefix lists of one table overlap and lead to different targets',
  severity: 'warning',
  appliesTo: ['route-table', 'prefix-list'],
  why: 'When two prefix lists of a table hold the same addresses, AWS picks one of their routes at random and keeps to it. Nobody can tell beforehand where the packets go.',
  remedy: 'Merge the lists, take the common addresses out of one, or use one target.',
  sources: [{ fact: 'F-RT-14', checked: CHECKED }],
  messages: { overlap: '{table} sends {list} ({block}) to {target} and {other} ({otherBlock}) to {otherTarget}; for what they share AWS picks one at random.' },
  checkEach: {
    *'route-table'(table, { index }) {
      const listed = table.Routes.filter(({ DestinationPrefixListId }) => DestinationPrefixListId !== undefined)
      if (listed.length < 2) return
      const seen = new Set<string>()
      for (const { inner, outer } of findOverlaps(listed.flatMap((holder) => destinationsOf(index, holder).map((prefix) => ({ prefix, holder }))))) {
        const [one, two] = [inner.holder, outer.holder]
        const lists = [one.DestinationPrefixListId, two.DestinationPrefixListId].flatMap((id) => id ?? [])
        const key = [...lists].sort().join(' ')
        if (one.target === undefined || two.target === undefined || one.target === two.target || seen.has(key)) continue
        seen.add(key)
        yield {
          message: 'overlap',
          slots: { table: displayName(table), list: destinationText(index, one), block: formatPrefix(inner.prefix), target: nameOf(index, one.target), other: destinationText(index, two), otherBlock: formatPrefix(outer.prefix), otherTarget: nameOf(index, two.target) },
          resources: [table.id, ...lists, one.target, two.target],
          field: 'Routes',
        }
      }
    },
  },
})
