import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../../src/shared/document/design.ts'
import { applyEdit, type Edit, invertEdit } from '../../../../../src/shared/document/edit.ts'
import { planAll } from '../../../../../src/shared/rules/fixing/plan.ts'
import { planWords } from '../../../../../src/shared/rules/fixing/words.ts'
import { checkDesign, RULES } from '../../../../../src/shared/rules/index.ts'
import { fix, setField } from '../../../../../src/shared/rules/remedies/set-field.ts'
import { defineRule, type Rule } from '../../../../../src/shared/rules/rule.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { finish } from '../../../../../src/shared/slices.ts'
import { Sketch } from '../../simulation/sketch.ts'
import { designOf, samples, TODAY } from '../samples.ts'

const about = { catalogue: 'C-1', title: 'A rule', severity: 'error', appliesTo: ['transit-gateway'], why: 'Because.', remedy: 'Do.', sources: [] } as const

/** Two gateways of one ASN: each is offered the lowest free one. */
const asnTwice = defineRule({
  ...about,
  id: 'asn-twice',
  messages: { twice: '{gateway} has an ASN that is taken.' },
  *check({ index }) {
    const all = index.all('transit-gateway')
    const asnOf = (gateway: (typeof all)[number]) => gateway.AmazonSideAsn
    for (const gateway of all) {
      if (asnOf(gateway) !== 65_000 && !all.some((other) => other !== gateway && asnOf(other) === asnOf(gateway))) continue
      const free = [65_001, 65_002, 65_003].find((asn) => !all.some((other) => asnOf(other) === asn))
      yield { message: 'twice', slots: { gateway: gateway.name ?? '' }, resources: [gateway.id], fixes: free === undefined ? [] : [fix(`Give it ${free}`, setField(gateway, 'AmazonSideAsn', free))] }
    }
  },
})

/** Each gateway wants to be the only one that is called "main"; the fix calls the blamed one so. */
const oneMain = defineRule({
  ...about,
  id: 'one-main',
  messages: { other: '{gateway} is not main.' },
  *check({ index }) {
    const all = index.all('transit-gateway')
    for (const gateway of all) {
      const others = all.filter((other) => other !== gateway && other.name === 'main')
      if (gateway.name === 'main' && others.length === 0) continue
      yield { message: 'other', slots: { gateway: gateway.id }, resources: [gateway.id], fixes: [fix('Call it main', setField(gateway, 'name', 'main'), ...others.map((other) => setField(other, 'name', 'former')))] }
    }
  },
})

function gateways(count: number): Design {
  const sketch = new Sketch()
  for (let number = 1; number <= count; number++) sketch.add('transit-gateway', `tgw-${number}`, { Region: 'eu-west-1', AmazonSideAsn: 65_000 })
  return sketch.design()
}

function applied(design: Design, edit: Edit): Design {
  const edited = applyEdit(design, edit)
  if (!edited.ok) throw new Error(JSON.stringify(edited.problems))
  return edited.value
}

function planned(design: Design, rule: Rule) {
  const simulation = simulate(design)
  const given = { rules: [rule], today: TODAY }
  const findings = checkDesign(design, simulation, given)
  return { findings, plan: finish(planAll(simulation, findings, given)), left: (edit: Edit) => { const after = applied(design, edit); return checkDesign(after, simulate(after), given) } }
}

describe('fixing all of a rule', () => {
  it('asks the rule again where two fixes would take the same free number', () => {
    const { plan, left } = planned(gateways(3), asnTwice)
    expect(planWords(plan)).toBe('3 of 3 are fixed.')
    expect(left(plan.edit)).toEqual([])
  })

  it('leaves out what has no fix after the others, and says so', () => {
    const { plan, left } = planned(gateways(4), asnTwice)
    expect(planWords(plan)).toBe('3 of 4 are fixed, 1 is left out.')
    expect(plan.leftOut.map(({ reason }) => reason)).toEqual(['after the other fixes none is known for it'])
    expect(left(plan.edit).map(({ resources }) => resources)).toEqual(plan.leftOut.map(({ finding }) => finding.resources))
  })

  it('leaves out a fix that would undo another', () => {
    const { findings, plan } = planned(gateways(2), oneMain)
    expect(plan.fixed).toEqual(findings.slice(0, 1))
    expect(plan.leftOut).toEqual([{ finding: findings[1], reason: expect.stringContaining(`would undo another: ${findings[0]?.message}`) }])
  })

  it('is one edit that undo takes back, for every sample with several fixes, and leaves only what it says', () => {
    let several = 0
    for (const sample of samples.filter(({ isGood }) => !isGood)) {
      const design = designOf(sample)
      const given = { rules: RULES.filter(({ id }) => id === sample.rule), today: TODAY }
      const fixable = (of: Design) => checkDesign(of, simulate(of), given).filter(({ fixes }) => fixes.length > 0)
      const findings = fixable(design)
      if (findings.length < 2) continue
      several += 1
      const plan = finish(planAll(simulate(design), findings, given))
      const after = applied(design, plan.edit)
      expect([sample.folder, fixable(after)]).toEqual([sample.folder, plan.leftOut.map(({ finding }) => finding)])
      expect(applied(after, invertEdit(plan.edit))).toEqual(design)
    }
    expect(several).toBeGreaterThan(10)
  })
})
