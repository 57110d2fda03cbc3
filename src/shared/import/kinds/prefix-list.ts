import type { ResourceId } from '../../model/id.ts'
import type { ImportContext } from '../context.ts'
import { cidrIn, nameOf, placeFieldsOf, unique } from '../fields.ts'
import { prefixLists } from '../items/gateway.ts'
import type { Place } from '../place.ts'

const SERVICE_LIST = /^com\.amazonaws\./

/** Prefix lists, the customer's and AWS's own. */
export function importPrefixLists(context: ImportContext): void {
  for (const found of context.all(prefixLists)) {
    const { item } = found
    const blocks = unique([...item.Cidrs, ...item.Entries.map((entry) => entry.Cidr)].map((block) => cidrIn(block)))
    if (blocks.length === 0) context.note(found, 'its entries are not in the import: it is shown empty')
    context.put('prefix-list', found, {
      name: nameOf(found, item.Tags, item.PrefixListName),
      ...placeFieldsOf(found),
      AddressFamily: item.AddressFamily === 'IPv6' || (blocks.length > 0 && blocks.every((block) => block.includes(':'))) ? 'IPv6' : 'IPv4',
      MaxEntries: item.MaxEntries !== undefined && item.MaxEntries >= 1 && item.MaxEntries <= 1000 ? item.MaxEntries : undefined,
      Entries: blocks.map((Cidr) => ({ Cidr })),
      ...(found.account === 'AWS' || SERVICE_LIST.test(item.PrefixListName ?? '') ? { awsManaged: true } : {}),
    })
  }
}

/** The prefix list of the AWS id; one that the import does not have becomes an empty list of that name, which `note` is told. */
export function prefixListRef(context: ImportContext, awsId: string | undefined, near: Place, note: (remark: string) => void): ResourceId | undefined {
  if (!awsId || awsId.length > 120) return undefined
  const known = context.find(prefixLists, awsId, near)
  if (known) return known.id
  if (context.isGone(awsId)) return undefined
  const found = context.add(prefixLists, awsId, prefixLists.schema.parse({ PrefixListId: awsId }), near.region === undefined ? {} : { region: near.region })
  context.put('prefix-list', found, { name: awsId, Region: near.region, AddressFamily: 'IPv4', Entries: [], notes: 'Its entries were not in the import.' })
  note(`assumed: the prefix list ${awsId}, whose entries are not in the import, is empty`)
  return found.id
}
