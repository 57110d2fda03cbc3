import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import { intentId, type ResourceId } from '../../../../src/shared/model/id.ts'
import { formatAddress } from '../../../../src/shared/net/address.ts'
import { parsePrefix, sampleAddress } from '../../../../src/shared/net/prefix.ts'
import { checkDesign, type Finding, SEVERITIES } from '../../../../src/shared/rules/index.ts'
import { simulate, type Simulation } from '../../../../src/shared/simulation/index.ts'
import { sampleDesigns } from '../../arbitraries/design.ts'

/** The design with an accepted intent between every two of its VPCs, sites and the internet. */
function demanding(design: Design): Design {
  const ends = ['internet' as const, ...Object.values(design.resources).filter(({ kind }) => kind === 'vpc' || kind === 'site').map(({ id }) => id)]
  const intents = ends.flatMap((to, position) =>
    ends.slice(position + 1).map((from) => ({ id: intentId.parse(`intent:${from}/${to}`), from, to, expect: 'reach', direction: to === 'internet' ? 'one-way' : 'both', status: 'accepted' }) as const),
  )
  return { ...design, intents: Object.fromEntries(intents.map((intent) => [intent.id, intent])) }
}

const GAPS = ['site-route-missing', 'transit-gateway-route-missing', 'return-route-missing']

/** True when a packet from the subnet to the block that the finding names gets there after all. */
function arrives(simulation: Simulation, { message, resources }: Finding): boolean {
  const block = parsePrefix(/\d+\.\d+\.\d+\.\d+\/\d+/.exec(message)?.[0] ?? '')
  const [, subnet] = resources
  if (!block || subnet === undefined) throw new Error(message)
  return simulation.trace({ from: subnet, toAddress: formatAddress(sampleAddress(block)), protocol: 'some' }).forward.disposition === 'delivered'
}

const cases = [...sampleDesigns(20_261_122, 40, 3, []), ...sampleDesigns(20_261_128, 30, 3)].map((sample) => {
  const design = demanding(sample)
  const simulation = simulate(design)
  return { design, simulation, findings: checkDesign(design, simulation) }
})

describe('the rules on random networks', () => {
  it('have something to say, and something of every rule about routes that are missing', () => {
    const said = new Set(cases.flatMap(({ findings }) => findings.map(({ rule }) => rule)))
    expect([...said]).toEqual(expect.arrayContaining([...GAPS, 'transit-gateway-table-route', 'blackhole-route', 'single-point-of-failure']))
  })

  it('speak of what is in the design, once, in the stable order', () => {
    for (const { design, findings } of cases) {
      expect(new Set(findings.map(({ rule, message, resources }) => JSON.stringify([rule, message, resources]))).size).toBe(findings.length)
      for (const { resources, message } of findings) {
        expect(resources.length).toBeGreaterThan(0)
        for (const id of resources) expect(Object.hasOwn(design.resources, id), `${message} ${id}`).toBe(true)
      }
      const rank = findings.map(({ severity, rule, resources }) => [SEVERITIES.indexOf(severity), rule, resources[0]].join(' '))
      expect(rank).toEqual([...rank].sort((a, b) => (a < b ? -1 : 1)))
    }
  })

  it('say the same again, whatever the order of the resources', () => {
    for (const { design, findings } of cases.slice(0, 20)) {
      const shuffled = { ...design, resources: Object.fromEntries(Object.entries(design.resources).reverse()) as Readonly<Record<ResourceId, never>> }
      expect(checkDesign(shuffled, simulate(shuffled))).toEqual(findings)
    }
  })

  it('name a missing route only where no packet gets through', () => {
    for (const { simulation, findings } of cases) {
      for (const finding of findings) if (GAPS.includes(finding.rule)) expect([finding.message, arrives(simulation, finding)]).toEqual([finding.message, false])
    }
  })

  it('offer fixes that apply and take their finding away', () => {
    for (const { design, findings } of cases.slice(0, 30)) {
      for (const { rule, message, fixes } of findings.slice(0, 12)) {
        for (const { label, edit } of fixes) {
          const fixed = applyEdit(design, edit)
          if (!fixed.ok) throw new Error(`${label}: ${JSON.stringify(fixed.problems)}`)
          const left = checkDesign(fixed.value, simulate(fixed.value)).map((finding) => finding.message)
          expect(left, `${rule}: ${label}`).not.toContain(message)
        }
      }
    }
  })
})
