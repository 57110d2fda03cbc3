import { displayName } from '../../../document/query.ts'
import type { ResourceOf } from '../../../model/index.ts'
import { canonical, defineEmitter, isIpv6, nameTags } from '../emitter.ts'

const MOST_ENTRIES = 100

function listName(list: ResourceOf<'prefix-list'>): string {
  const name = displayName(list)
  return name.startsWith('com.amazonaws') ? `copy of ${name}`.slice(0, 255) : name
}

/** A customer's prefix list (F-CFN-28); one of AWS's own is asked for as a parameter by whoever refers to it. */
export const prefixList = defineEmitter({
  kind: 'prefix-list',
  emit(list, to) {
    if (list.awsManaged === true) return to.skip(list, 'AWS manages it: the template asks for its id where it is used')
    const all = [...new Set(list.Entries.map((entry) => canonical(entry.Cidr)))]
    const entries = all.filter((cidr) => isIpv6(cidr) === (list.AddressFamily === 'IPv6'))
    if (entries.length < all.length) to.skip(list, `${all.length - entries.length} of its entries are left out: they are not ${list.AddressFamily}`)
    if (entries.length > MOST_ENTRIES) to.manual(`Add the entries of prefix list ${displayName(list)} beyond the first ${MOST_ENTRIES} (aws ec2 modify-managed-prefix-list): a template takes no more.`)
    to.add(to.names.of(list.id), 'AWS::EC2::PrefixList', {
      PrefixListName: listName(list),
      AddressFamily: list.AddressFamily,
      MaxEntries: Math.max(list.MaxEntries ?? 1, entries.length, 1),
      Entries: entries.slice(0, MOST_ENTRIES).map((Cidr) => ({ Cidr })),
      Tags: nameTags(list.name),
    })
  },
  refer(list, to) {
    if (list.awsManaged !== true) return to.reference(list.id)
    const known = list.awsId !== undefined && /^pl-[0-9a-f]+$/.test(list.awsId) ? { default: list.awsId } : {}
    return to.parameter(to.names.part(list.id, 'Id'), { type: 'String', pattern: '^pl-[0-9a-f]+$', ...known, description: `AWS-managed prefix list ${displayName(list)} of this Region (aws ec2 describe-managed-prefix-lists).` })
  },
})
