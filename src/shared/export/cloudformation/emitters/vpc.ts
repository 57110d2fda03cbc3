import { displayName } from '../../../document/query.ts'
import { containsPrefix, parsePrefix } from '../../../net/prefix.ts'
import type { ResourceOf } from '../../../model/index.ts'
import type { Emission } from '../emission.ts'
import { canonical, defineEmitter, nameTags } from '../emitter.ts'
import { prefixWord } from '../names.ts'

/** Logical id of the resource that adds a further block to a VPC. */
export function blockId(to: Emission, vpc: ResourceOf<'vpc'>, cidr: string): string {
  return to.names.part(vpc.id, `Cidr${prefixWord(canonical(cidr))}`)
}

/** The IPv6 block that Amazon is asked for: the first, when it has Amazon's size. Others need an address pool of one's own. */
export function amazonBlock(vpc: ResourceOf<'vpc'>): string | undefined {
  const [first] = vpc.Ipv6CidrBlocks
  return first !== undefined && parsePrefix(first)?.length === 56 ? first : undefined
}

/** The blocks of a VPC, beyond its primary one, that hold a subnet's blocks: they have to be there first (F-CFN-16). */
export function blocksBefore(to: Emission, vpc: ResourceOf<'vpc'>, cidrs: readonly (string | undefined)[]): string[] {
  const added = [...vpc.CidrBlocks.slice(1), ...vpc.Ipv6CidrBlocks]
  const wanted = cidrs.flatMap((cidr) => (cidr === undefined ? [] : (parsePrefix(cidr) ?? [])))
  const holding = added.filter((block) => {
    const outer = parsePrefix(block)
    return outer !== undefined && wanted.some((inner) => containsPrefix(outer, inner))
  })
  return [...new Set(holding.map((block) => blockId(to, vpc, block)))]
}

/** A VPC with its further blocks (F-CFN-20, F-CFN-21). */
export const vpc = defineEmitter({
  kind: 'vpc',
  emit(vpc, to) {
    const [primary = '', ...others] = vpc.CidrBlocks
    const id = to.names.of(vpc.id)
    to.add(id, 'AWS::EC2::VPC', {
      CidrBlock: canonical(primary),
      EnableDnsSupport: vpc.EnableDnsSupport,
      EnableDnsHostnames: vpc.EnableDnsHostnames,
      Tags: nameTags(vpc.name),
    })
    for (const block of new Set(others.map(canonical))) {
      if (block !== canonical(primary)) to.add(blockId(to, vpc, block), 'AWS::EC2::VPCCidrBlock', { VpcId: to.ref(vpc.id), CidrBlock: block })
    }
    for (const block of new Set(vpc.Ipv6CidrBlocks.map(canonical))) {
      const amazon = amazonBlock(vpc)
      if (amazon !== undefined && canonical(amazon) === block) {
        to.add(blockId(to, vpc, block), 'AWS::EC2::VPCCidrBlock', { VpcId: to.ref(vpc.id), AmazonProvidedIpv6CidrBlock: true })
        to.manual(`Amazon assigns the IPv6 block of VPC ${displayName(vpc)}: replace ${block} in routes, filters and on customer devices by the block it got.`)
        continue
      }
      const pool = to.parameter(to.names.part(vpc.id, 'Ipv6Pool'), { type: 'String', description: `Your IPv6 address pool (ipv6pool-ec2-...) that holds ${block} for VPC ${displayName(vpc)}.` })
      to.add(blockId(to, vpc, block), 'AWS::EC2::VPCCidrBlock', { VpcId: to.ref(vpc.id), Ipv6CidrBlock: block, Ipv6Pool: pool })
    }
  },
})
