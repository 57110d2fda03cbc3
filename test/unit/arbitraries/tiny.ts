import fc from 'fast-check'
import type { Design } from '../../../src/shared/document/design.ts'
import { parseDesign } from '../../../src/shared/document/parse.ts'
import { designArbitrary } from './design.ts'

type Fields = Record<string, unknown>

/** Where the hosts of the random designs stand, moved into the first 16 addresses of their subnets. */
const MOVED: Readonly<Record<string, number>> = { '40': 5, '100': 6, '101': 7, '120': 8, '200': 9, '60': 10, '70': 11, '71': 12, '90': 13, '150': 14 }

/** Blocks smaller than a subnet, a site or a pool of remote users, for things that treat part of one in another way. */
function partsOf(resources: readonly Fields[]): string[] {
  const subnets = resources.flatMap(({ kind, CidrBlock }) => (kind === 'subnet' ? [String(CidrBlock).replace(/\d+\/\d+$/, '')] : []))
  const sites = resources.flatMap(({ kind, prefixes }) => (kind === 'site' ? (prefixes as string[]).filter((text) => text.endsWith('.0/24')).map((text) => text.replace(/\d+\/\d+$/, '')) : []))
  const pools = resources.flatMap(({ ClientCidrBlock, remoteUserPool, clientPool }) => [ClientCidrBlock, remoteUserPool, clientPool].flatMap((pool) => (typeof pool === 'string' ? [pool.replace(/\d+\/\d+$/, '')] : [])))
  return [...subnets.flatMap((base) => [`${base}8/29`, `${base}4/30`, `${base}10/32`, `${base}12/32`, `${base}0/28`]), ...[...sites, ...pools].flatMap((base) => [`${base}0/25`, `${base}64/26`, `${base}9/32`])]
}

/** One thing that singles out a block: by filter, by route, by announcement. */
const WAYS: Readonly<Record<string, (resource: Fields, block: string, target: unknown) => void>> = {
  'security-group': (group, block) => {
    const rules = group['IpPermissions'] as Fields[]
    group['IpPermissions'] = [{ IpProtocol: 'udp', FromPort: 53, ToPort: 53, IpRanges: [{ CidrIp: block }] }, ...rules.slice(1)]
  },
  'network-acl': (list, block) => (list['Entries'] = [{ RuleNumber: 1, Egress: block.endsWith('/30'), Protocol: block.endsWith('/32') ? '6' : '-1', RuleAction: 'deny', CidrBlock: block }, ...(list['Entries'] as Fields[])]),
  'route-table': (table, block, target) => (table['Routes'] = [{ DestinationCidrBlock: block, ...(target === undefined ? {} : { target }) }, ...(table['Routes'] as Fields[]).filter((route) => route['DestinationCidrBlock'] !== block)]),
  'transit-gateway-route-table': (table, block) => (table['Routes'] = [{ DestinationCidrBlock: block, blackhole: true }, ...((table['Routes'] as Fields[] | undefined) ?? []).filter((route) => route['DestinationCidrBlock'] !== block)]),
  site: (site, block) => (site['prefixes'] = [...new Set([...(site['prefixes'] as string[]), block])]),
  'customer-gateway': (device, block) => (device['announcedPrefixes'] = [...new Set([...(device['announcedPrefixes'] as string[]), block])]),
}

const singledOut = fc.record({ way: fc.constantFrom(...Object.keys(WAYS)), at: fc.nat(99), block: fc.nat(99), target: fc.nat(99) })

/**
 * Random designs whose subnets have 16 addresses, with parts of subnets and sites that filters, routes and announcements single
 * out, so that every address can be tried.
 */
export function tinyDesign(base: fc.Arbitrary<Design> = designArbitrary(2)): fc.Arbitrary<Design> {
  return fc.tuple(base, fc.array(singledOut, { maxLength: 5 })).map(([design, choices]) => {
    const text = JSON.stringify(design.resources).replaceAll(/"(10\.\d+\.\d+\.|100\.64\.\d+\.)(40|60|70|71|90|100|101|120|150|200)"/g, (_all, network: string, host: string) => `"${network}${MOVED[host]}"`)
    const resources = JSON.parse(text) as Record<string, Fields>
    const all = Object.values(resources)
    for (const resource of all) if (resource['kind'] === 'subnet') resource['CidrBlock'] = String(resource['CidrBlock']).replace(/\/2[45]$/, '/28')
    const blocks = partsOf(all)
    const targets = all.filter(({ kind }) => ['transit-gateway', 'internet-gateway', 'vpn-gateway', 'vpc-peering-connection'].includes(String(kind))).map(({ id }) => id)
    for (const { way, at, block, target } of choices) {
      const hit = all.filter(({ kind }) => kind === way)
      const one = hit[at % Math.max(1, hit.length)]
      if (one && blocks.length > 0) WAYS[way]?.(one, String(blocks[block % blocks.length]), targets[target % (targets.length + 1)])
    }
    const parsed = parseDesign(JSON.parse(JSON.stringify({ ...design, resources })))
    if (!parsed.ok) throw new Error(`${choices.map(({ way }) => way).join(', ')}: ${JSON.stringify(parsed.problems[0])}`)
    return parsed.value
  })
}
