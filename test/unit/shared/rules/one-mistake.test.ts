import { describe, expect, it } from 'vitest'
import type { Design } from '../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { type Finding, RULES } from '../../../../src/shared/rules/index.ts'
import { MISTAKES } from './mistakes/index.ts'
import type { Draft, Mistake } from './mistakes/making.ts'
import { check, designOf, samples } from './samples.ts'

const sampleOf = ({ sample }: Mistake): Design => {
  const found = samples.find(({ rule, name }) => `${rule}/${name}` === sample)
  if (!found) throw new Error(`no sample ${sample}`)
  return designOf(found)
}

function mistaken(mistake: Mistake): Design {
  const draft = structuredClone(sampleOf(mistake)) as unknown as Draft
  mistake.make(draft)
  const parsed = parseDesign(draft)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

const said = ({ rule, message }: Finding) => `${rule}: ${message}`

/** What the mistake alone is told: not what the design was told before. A finding that only speaks of more or less is not new. */
function newFindings(mistake: Mistake): string[] {
  const before = check(sampleOf(mistake))
  const isOld = (finding: Finding) => before.some(({ rule, resources: [blamed] }) => rule === finding.rule && rule !== mistake.rule && blamed === finding.resources[0])
  return check(mistaken(mistake)).filter((finding) => !isOld(finding) && !before.some((old) => said(old) === said(finding))).map(said)
}

describe('one mistake in a good design', () => {
  it.each(MISTAKES)('$rule alone reports $what', (mistake) => {
    expect(newFindings(mistake)).toEqual([expect.stringMatching(`^${mistake.rule}: `)])
  })

  it('is tried for every rule', () => {
    expect([...new Set(MISTAKES.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id))
  })
})
