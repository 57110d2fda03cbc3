import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDump } from '../../../src/main/aws/dump.ts'
import type { Design } from '../../../src/shared/document/design.ts'
import { findDestination, findSource } from '../../../src/shared/document/find-end.ts'
import { importSnapshot } from '../../../src/shared/import/import-snapshot.ts'
import { parseAddress } from '../../../src/shared/net/address.ts'
import { parseProtocol } from '../../../src/shared/net/protocol.ts'
import { type Disposition, type Flow, simulate } from '../../../src/shared/simulation/index.ts'

/** Accounts with stated verdicts, beside the project where it is developed. */
const DUMPS = resolve('../shared/fixtures/aws-dumps')

const expectation = z.object({
  checks: z.array(
    z.object({
      id: z.number(),
      from: z.string(),
      src_ip: z.string(),
      dst_ip: z.string(),
      protocol: z.union([z.number(), z.string()]),
      dst_port: z.number().nullable(),
      expect: z.enum(['accept', 'deny', 'no-route', 'no-host', 'leaves']),
      decided_at: z.string(),
      path: z.array(z.string()),
      round_trip: z.string().optional(),
    }),
  ),
})

type Check = z.infer<typeof expectation>['checks'][number]

/** Our dispositions that say what an expected verdict says. A far end reached by VPN is "leaves" there, "delivered" here. */
const SAME: Readonly<Record<Check['expect'], readonly Disposition[]>> = {
  accept: ['delivered', 'left-network'],
  deny: ['denied'],
  'no-route': ['no-route', 'blackhole'],
  'no-host': ['no-host'],
  leaves: ['left-network', 'delivered'],
}

/** The customer's router has no name in an AWS account: it is the one device of the design. */
function startOf(design: Design, check: Check): Pick<Flow, 'from'> {
  const device = Object.values(design.resources).find((resource) => resource.kind === 'customer-gateway' && Object.values(design.resources).some((link) => link.kind === 'vpn-connection' && link.CustomerGatewayId === resource.id))
  const source = findSource(design, check.from.startsWith('onprem') ? (device?.id ?? '') : check.from)
  if (!source.ok) throw new Error(source.problems[0]?.message)
  return { from: source.value.from }
}

function flowOf(design: Design, check: Check): Flow {
  const destination = findDestination(design, check.dst_ip)
  if (!destination.ok) throw new Error(destination.problems[0]?.message)
  const protocol = check.protocol === 0 ? 'any' : parseProtocol(String(check.protocol))
  if (protocol === undefined) throw new Error(`protocol ${check.protocol}`)
  return {
    ...startOf(design, check),
    ...destination.value,
    ...(parseAddress(check.src_ip) ? { sourceAddress: check.src_ip } : {}),
    protocol,
    ...(check.dst_port === null ? {} : { port: check.dst_port }),
  }
}

const scenarios = existsSync(DUMPS) ? readdirSync(DUMPS).filter((name) => existsSync(join(DUMPS, name, 'expect.json'))) : []

describe.skipIf(scenarios.length === 0)(`accounts with stated verdicts${scenarios.length === 0 ? ' (skipped, because ../shared/fixtures/aws-dumps is not there)' : ''}`, () => {
  describe.each(scenarios)('%s', (scenario) => {
    const { checks } = expectation.parse(JSON.parse(readFileSync(join(DUMPS, scenario, 'expect.json'), 'utf8')))
    const load = async () => {
      const dump = await readDump([join(DUMPS, scenario)])
      if (!dump.ok) throw new Error(dump.problems[0]?.message)
      return importSnapshot({ sources: dump.value.sources }, scenario).design
    }
    it.each(checks)('$id: $from to $dst_ip is $expect', async (check) => {
      const design = await load()
      const trace = simulate(design).trace(flowOf(design, check))
      const passed = trace.forward.hops.map((hop) => hop.awsId ?? hop.resource)
      const where = design.resources[trace.forward.hops.at(-1)?.resource as keyof Design['resources']]?.kind
      // What the customer's own network does with a packet is in no account: where AWS has handed it over, "cannot tell" contradicts nothing.
      const isHandedOver = check.expect === 'no-route' && where === 'customer-gateway' && trace.forward.disposition === 'unknown'
      if (!isHandedOver) expect(SAME[check.expect], JSON.stringify(trace.forward.hops.map((hop) => [hop.name, hop.steps.at(-1)]))).toContain(trace.forward.disposition)
      const known = new Set(Object.values(design.resources).map((resource) => resource.awsId))
      const places = check.path.filter((place) => known.has(place))
      expect(passed.filter((place) => places.includes(place))).toEqual(places)
      if (known.has(check.decided_at) && check.expect !== 'accept' && check.expect !== 'leaves') expect(passed.at(-1)).toBe(check.decided_at)
      if (check.round_trip === 'fails') expect(trace.works).toBe(false)
    })
  })
})
