import type { Design } from '../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import type { Finding } from '../../../../src/shared/rules/index.ts'
import type { Draft, Mistake } from './mistakes/making.ts'
import { check as checkAll, designOf, samples } from './samples.ts'

/** The good sample that a mistake is made in. */
export function sampleOf({ sample }: Mistake): Design {
  const found = samples.find(({ rule, name }) => `${rule}/${name}` === sample)
  if (!found) throw new Error(`no sample ${sample}`)
  return designOf(found)
}

/** That sample with the mistake in it. */
export function mistaken(mistake: Mistake): Design {
  const draft = structuredClone(sampleOf(mistake)) as unknown as Draft
  mistake.make(draft)
  const parsed = parseDesign(draft)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

const said = ({ rule, message }: Finding) => `${rule}: ${message}`

/** What the mistake alone is told: not what the design was told before. A finding that only speaks of more or less is not new. */
export function newFindings(mistake: Mistake, check: (design: Design) => readonly Finding[] = checkAll, [good, bad] = [sampleOf(mistake), mistaken(mistake)]): string[] {
  const before = check(good)
  const isOld = (finding: Finding) => before.some(({ rule, resources: [blamed] }) => rule === finding.rule && rule !== mistake.rule && blamed === finding.resources[0])
  return check(bad).filter((finding) => !isOld(finding) && !before.some((old) => said(old) === said(finding))).map(said)
}
