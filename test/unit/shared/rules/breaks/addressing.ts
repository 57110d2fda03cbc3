import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'cidr-size', was: 'prefix.length <= longest', is: 'prefix.length < longest' },
  { rule: 'connect-inside-cidr', was: 'excluded.some((other) => overlaps(other, block))', is: 'excluded.every((other) => overlaps(other, block))' },
  { rule: 'direct-connect-gateway-overlap', was: `referrersOf(index, 'direct-connect-gateway-association', gateway.id)`, is: `index.all('direct-connect-gateway-association')` },
  { rule: 'dual-stack-default-route', was: '!first', is: 'first' },
  { rule: 'host-bits', was: 'if (block !== undefined) changed.set(value, block)', is: 'if (false) changed.set(value, block)' },
  { rule: 'ipv6-cidr-size', was: 'block.length >= shortest && block.length <= longest', is: 'block.length >= shortest' },
  { rule: 'peering-overlap', was: 'requester.id === accepter.id', is: 'requester.id !== accepter.id' },
  { rule: 'public-vpc-cidr', was: 'parsePrefixes(vpc.CidrBlocks).filter(isPublic)', is: 'parsePrefixes(vpc.CidrBlocks)' },
  { rule: 'scattered-cidrs', was: 'count < 2', is: 'count <= 2' },
  { rule: 'secondary-cidr', was: '!range', is: 'range' },
  { rule: 'site-prefix-inside-vpc', was: `verdict: 'cannot-tell'`, is: '...{}' },
  { rule: 'site-prefix-overlap', was: 'held.filter(({ at }) => at.includes(table))', is: 'held' },
  { rule: 'subnet-cidr', was: '!hasSize(prefix) || blockAround(vpc, prefix)', is: '!hasSize(prefix)' },
  { rule: 'subnet-full', was: `index.children(subnet.id).some((child) => 'PrivateIpAddress' in child && child.PrivateIpAddress !== undefined)`, is: `index.children(subnet.id).every((child) => 'PrivateIpAddress' in child && child.PrivateIpAddress !== undefined)` },
  { rule: 'transit-gateway-overlap', was: '[a, b].some((vpc) => wants.broken.has(`${gateway} ${vpc}`))', is: '[a, b].every((vpc) => wants.broken.has(`${gateway} ${vpc}`))' },
  { rule: 'tunnel-inside-cidr', was: 'excluded.some((block) => overlaps(block, prefix))', is: 'excluded.every((block) => overlaps(block, prefix))' },
  { rule: 'vpc-cidr-reserved', was: 'range !== undefined && containsPrefix(range, block)', is: 'range !== undefined' },
  { rule: 'vpc-cidr-used-internally', was: 'overlaps(other, block)', is: '!overlaps(other, block)' },
]
