import type { Design, Intent } from '../../src/shared/document/design.ts'
import { formatAddress } from '../../src/shared/net/address.ts'
import type { Flow } from '../../src/shared/simulation/types.ts'
import { elementsOf } from './elements.ts'
import { type Answer, Oracle } from './flow.ts'
import { prefixes, World } from './world.ts'

/** What the oracle says of an intent. */
export interface Verdict {
  readonly holds: boolean | null
  readonly singlePoints: readonly string[]
}

interface Member {
  readonly id: Flow['from']
  readonly address?: string
}

/** Subnets of a VPC in which something works: not those with a table of their own that hold transit gateway interfaces only. */
function workSubnets(world: World, vpc: string): Member[] {
  const all = world.subnetsOf(vpc)
  const feet = world.all('transit-gateway-vpc-attachment').filter((link) => link.VpcId === vpc).flatMap((link) => link.SubnetIds)
  const others = all.filter(({ id }) => !feet.includes(id))
  const occupied = (id: string) => world.ifaces.some((iface) => iface.subnet.id === id) || world.all('nat-gateway').some((nat) => nat.SubnetId === id && nat.NatGatewayAddresses.some(({ PrivateIp }) => PrivateIp))
  return all.filter((subnet) => others.length === 0 || others.includes(subnet) || occupied(subnet.id) || others.some((other) => world.tableOf(other)?.id === world.tableOf(subnet)?.id)).map(({ id }) => ({ id }))
}

function members(world: World, end: Intent['from']): Member[] {
  if (end === 'internet') return [{ id: end }]
  const resource = world.any(end)
  if (resource?.kind === 'vpc') return workSubnets(world, end)
  if (resource?.kind === 'site') return prefixes(resource.prefixes).map((prefix) => ({ id: end, address: formatAddress(world.sampleOf(end, prefix)) }))
  return resource ? [{ id: end }] : []
}

/** Every flow that an intent speaks of. */
function flowsOf(world: World, intent: Intent): Flow[] {
  const flow = (from: Member, to: Member): Flow => ({
    from: from.id,
    to: to.id,
    ...(from.address === undefined ? {} : { sourceAddress: from.address }),
    ...(to.address === undefined ? {} : { toAddress: to.address }),
    protocol: intent.protocol ?? 'some',
    ...(intent.port === undefined ? {} : { port: intent.port }),
  })
  const family = (member: Member) => member.address?.includes(':')
  return members(world, intent.from).flatMap((from) =>
    members(world, intent.to).flatMap((to) => {
      if (from.id === to.id && from.address === to.address) return []
      if (from.address !== undefined && to.address !== undefined && family(from) !== family(to)) return []
      return intent.direction === 'both' ? [flow(from, to), flow(to, from)] : [flow(from, to)]
    }),
  )
}

const isUnknown = (answer: Answer) => answer.forward === 'unknown' || answer.back === 'unknown'

/** Judges an intent by trying every flow, and every flow again without each element. */
export function judge(design: Design, intent: Intent): Verdict {
  const whole = new Oracle(design)
  const flows = flowsOf(whole.world, intent)
  const answers = flows.map((flow) => whole.answer(flow))
  const none = { singlePoints: [] }
  if (flows.length === 0) return { holds: null, ...none }
  if (intent.expect === 'never') {
    if (answers.some(({ forward }) => forward === 'delivered' || forward === 'left-network')) return { holds: false, ...none }
    return { holds: answers.some(isUnknown) ? null : true, ...none }
  }
  if (answers.some((answer) => !answer.works && !isUnknown(answer))) return { holds: false, ...none }
  if (answers.some((answer) => !answer.works)) return { holds: null, ...none }
  const singlePoints = elementsOf(design).filter((element) => {
    const without = new Oracle(design, [element])
    // An end that fails itself is out of the question.
    return flows.some((flow) => [flow.from, flow.to].every((end) => without.isUp(end)) && broken(without.answer(flow)))
  })
  return { holds: true, singlePoints }
}

const broken = (answer: Answer) => !answer.works && !isUnknown(answer)

/** What every element, failing alone, does to an intent that works: the elements by what they do, those that stop nothing left out. */
export function losses(design: Design, intent: Intent): Readonly<Record<'broken' | 'cannot-tell' | 'endpoint-lost', readonly string[]>> {
  const flows = flowsOf(new World(design, []), intent)
  const lost: Record<'broken' | 'cannot-tell' | 'endpoint-lost', string[]> = { broken: [], 'cannot-tell': [], 'endpoint-lost': [] }
  for (const element of elementsOf(design)) {
    const without = new Oracle(design, [element])
    const answers = flows.filter((flow) => [flow.from, flow.to].every((end) => without.isUp(end))).map((flow) => without.answer(flow))
    if (answers.length === 0) lost['endpoint-lost'].push(element)
    else if (intent.expect === 'never' ? answers.some(({ forward }) => forward === 'delivered' || forward === 'left-network') : answers.some(broken)) lost.broken.push(element)
    else if (answers.some((answer) => !answer.works && isUnknown(answer))) lost['cannot-tell'].push(element)
  }
  return lost
}

/** Every two elements that only together stop a flow of an intent: it works without either one, and not without both. Each pair sorted. */
export function pairsThatBreak(design: Design, intent: Intent): string[] {
  const flows = flowsOf(new World(design, []), intent)
  const hasEnds = (oracle: Oracle, flow: Flow) => [flow.from, flow.to].every((end) => oracle.isUp(end))
  const elements = elementsOf(design).sort()
  const alone = new Map(elements.map((element) => {
    const without = new Oracle(design, [element])
    return [element, new Set(flows.filter((flow) => hasEnds(without, flow) && without.answer(flow).works))]
  }))
  return elements.flatMap((first, at) =>
    elements.slice(at + 1).filter((second) => {
      const both = flows.filter((flow) => alone.get(first)?.has(flow) && alone.get(second)?.has(flow))
      if (both.length === 0) return false
      const without = new Oracle(design, [first, second])
      return both.some((flow) => hasEnds(without, flow) && broken(without.answer(flow)))
    }).map((second) => `${first} + ${second}`),
  )
}
