import fc from 'fast-check'
import type { Design } from '../../../src/shared/document/design.ts'
import { parseDesign } from '../../../src/shared/document/parse.ts'

type Fields = Record<string, unknown>

/** Who belongs to a VPC of a random design: all that is called after it, and its attachments. */
function belongsTo(resource: Fields, vpc: string): boolean {
  const name = String(resource['name'])
  return name === vpc || name.startsWith(`${vpc}-`) || (resource['kind'] === 'transit-gateway-vpc-attachment' && resource['VpcId'] === `vpc:${vpc}`)
}

/** The text of a resource, or of an entry of a list, for a twin: other ids, other blocks, the same places. */
function moved(value: unknown, number: number, ids: ReadonlySet<string>, block: number): unknown {
  if (typeof value === 'string') {
    if (ids.has(value)) return `${value}-twin${number}`
    const other = 100 + 10 * number + block
    return value
      .replace(new RegExp(`^10\\.${block}\\.`), `10.${other}.`)
      .replace(new RegExp(`^100\\.64\\.${block}\\.`), `100.64.${other}.`)
      .replace(/^2001:db8:(\d)0/, `2001:db8:$1${'0abc'[number]}`)
      .replace(/^203\.0\.113\.(\d+)$/, (_all, host: string) => `203.0.113.${Number(host) + 50 * number}`)
  }
  if (Array.isArray(value)) return value.map((entry) => moved(entry, number, ids, block))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, moved(member, number, ids, block)]))
}

const mentions = (value: unknown, ids: ReadonlySet<string>): boolean => (typeof value === 'string' ? ids.has(value) : typeof value === 'object' && value !== null && Object.values(value).some((member) => mentions(member, ids)))

/** What makes one of the twins another one after all. */
const BONDS: Readonly<Record<string, (resources: Record<string, Fields>, one: Fields, other: Fields) => void>> = {
  none: () => undefined,
  peering: (resources, one, other) => {
    const id = 'vpc-peering-connection:bond'
    resources[id] = { kind: 'vpc-peering-connection', id, name: 'bond', RequesterVpcId: one['id'], AccepterVpcId: other['id'] }
    const lead = (near: Fields, far: Fields) => {
      for (const table of Object.values(resources)) if (table['kind'] === 'route-table' && table['VpcId'] === near['id']) table['Routes'] = [...(table['Routes'] as Fields[]), { DestinationCidrBlock: (far['CidrBlocks'] as string[])[0], target: id }]
    }
    lead(one, other)
    lead(other, one)
  },
  'all of the hub to one': (resources, one) => {
    const attachment = Object.values(resources).find(({ kind, VpcId }) => kind === 'transit-gateway-vpc-attachment' && VpcId === one['id'])
    for (const table of Object.values(resources)) if (attachment && table['kind'] === 'transit-gateway-route-table') table['Routes'] = [{ DestinationCidrBlock: '192.168.0.0/16', attachment: attachment['id'] }, ...((table['Routes'] as Fields[] | undefined) ?? [])]
  },
  'a rule for the other': (resources, one, other) => {
    const list = Object.values(resources).find(({ kind, VpcId }) => kind === 'network-acl' && VpcId === one['id'])
    if (list) list['Entries'] = [{ RuleNumber: 1, Egress: false, Protocol: '-1', RuleAction: 'deny', CidrBlock: (other['CidrBlocks'] as string[])[0] }, ...(list['Entries'] as Fields[])]
  },
  'a rule around the other': (resources, _one, other) => {
    const cidr = String((other['CidrBlocks'] as string[])[0]).replace('.0.0/16', '.0.0/15')
    for (const list of Object.values(resources)) if (list['kind'] === 'network-acl') list['Entries'] = [{ RuleNumber: 1, Egress: false, Protocol: '-1', RuleAction: 'deny', CidrBlock: cidr }, ...(list['Entries'] as Fields[])]
  },
  'lost in the hub': (resources, one) => {
    for (const table of Object.values(resources)) if (table['kind'] === 'transit-gateway-route-table') table['Routes'] = [{ DestinationCidrBlock: (one['CidrBlocks'] as string[])[0], blackhole: true }, ...((table['Routes'] as Fields[] | undefined) ?? [])]
  },
  'not propagated': (resources, one) => {
    for (const table of Object.values(resources)) if (table['kind'] === 'transit-gateway-route-table') table['Propagations'] = (table['Propagations'] as string[]).filter((id) => resources[id]?.['VpcId'] !== one['id'])
  },
}

/**
 * Random designs in which a VPC stands two or three times, with everything that belongs to it and what is shared saying of all of them the same,
 * unless one of them is then treated in a way of its own.
 */
export function withTwins(base: fc.Arbitrary<Design>): fc.Arbitrary<Design> {
  return fc.tuple(base, fc.nat(9), fc.integer({ min: 1, max: 2 }), fc.constantFrom(...Object.keys(BONDS)), fc.nat(9), fc.nat(9)).map(([design, at, times, bond, first, second]) => {
    const resources = JSON.parse(JSON.stringify(design.resources)) as Record<string, Fields>
    const originals = Object.values(resources)
    const vpcs = originals.filter(({ kind }) => kind === 'vpc')
    const vpc = String(vpcs[at % vpcs.length]?.['name'])
    const block = Number(/^10\.(\d+)\./.exec(String((resources[`vpc:${vpc}`]?.['CidrBlocks'] as string[])[0]))?.[1])
    const own = originals.filter((resource) => belongsTo(resource, vpc))
    const ids = new Set(own.map(({ id }) => String(id)))
    for (let number = 1; number <= times; number++) {
      for (const resource of own) {
        const twin = moved(resource, number, ids, block) as Fields
        resources[String(twin['id'])] = { ...twin, name: `${String(resource['name'])}-twin${number}` }
      }
      for (const resource of originals) {
        if (own.includes(resource)) continue
        for (const [key, value] of Object.entries(resource)) {
          if (Array.isArray(value)) resource[key] = [...(value as unknown[]), ...(value as unknown[]).filter((entry) => mentions(entry, ids)).map((entry) => moved(entry, number, ids, block))]
        }
      }
    }
    const all = Object.values(resources).filter(({ kind }) => kind === 'vpc')
    const [one, other] = [all[first % all.length], all[second % all.length]]
    if (one && other && one !== other) BONDS[bond]?.(resources, one, other)
    const parsed = parseDesign(JSON.parse(JSON.stringify({ ...design, resources })))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]))
    return parsed.value
  })
}
