import { isDeepStrictEqual } from 'node:util'
import type { Design } from '../../../../src/shared/document/design.ts'
import { applyEdit } from '../../../../src/shared/document/edit.ts'
import { checkDesign, type Finding, type Rule, RULES } from '../../../../src/shared/rules/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { MISTAKES } from './mistakes/index.ts'
import { mistaken, newFindings, sampleOf } from './new-findings.ts'
import { designOf, expectedOf, samples, summarise, TODAY } from './samples.ts'

type Checking = (design: Design) => readonly Finding[]

const samplesOf = Map.groupBy(
  samples.map((sample) => ({ ...sample, design: designOf(sample), expected: expectedOf(sample) })),
  ({ rule }) => rule,
)
const mistakesOf = Map.groupBy(MISTAKES, ({ rule }) => rule)
const mistakenDesigns = new Map<object, [Design, Design]>()
const simulations = new WeakMap<Design, ReturnType<typeof simulate>>()

const saidBy = (rule: string, findings: readonly { readonly rule: string }[] = []) => findings.filter((finding) => finding.rule === rule)

/** What a rule says, with nobody else but who can silence it. */
const checkingWith = (rules: readonly Rule[], id: string): Checking => (design) => {
  const simulation = simulations.get(design) ?? simulate(design)
  simulations.set(design, simulation)
  return checkDesign(design, simulation, { today: TODAY, rules }).filter(({ rule }) => rule === id)
}

/** The rules that can silence one, with itself as it is now. */
function concerned(broken: Rule): readonly Rule[] {
  const known = new Map(RULES.map((rule) => [rule.id, rule]))
  const found = new Set<Rule>([broken])
  for (const { after = [] } of found) {
    if (after === 'every-error') return RULES.map((rule) => (rule.id === broken.id ? broken : rule))
    for (const cause of after) {
      const rule = known.get(cause)
      if (rule && rule.id !== broken.id) found.add(rule)
    }
  }
  return [...found]
}

/** The first fix that does not apply, or does not cure. */
function uselessFix(design: Design, findings: readonly Finding[], check: Checking): string | undefined {
  for (const { message, fixes } of findings) {
    for (const { label, edit } of fixes) {
      const fixed = applyEdit(design, edit)
      if (!fixed.ok || check(fixed.value).some((finding) => finding.message === message)) return label
    }
  }
  return undefined
}

/** What catches a rule that is no longer as it was: the first of its samples or mistakes that is now judged otherwise; undefined when none is. */
export function caughtBy(broken: Rule): string | undefined {
  const check = checkingWith(concerned(broken), broken.id)
  const own = samplesOf.get(broken.id) ?? []
  for (const { name, design, expected } of own) if (!isDeepStrictEqual(summarise(check(design)), saidBy(broken.id, expected))) return name
  for (const mistake of mistakesOf.get(broken.id) ?? []) {
    const designs = mistakenDesigns.get(mistake) ?? [sampleOf(mistake), mistaken(mistake)]
    mistakenDesigns.set(mistake, designs)
    const found = newFindings(mistake, check, designs)
    if (found.length !== 1 || found[0]?.startsWith(`${mistake.rule}: `) !== true) return mistake.what
  }
  for (const { name, design } of own) {
    const useless = uselessFix(design, check(design), check)
    if (useless !== undefined) return `${name}, fix "${useless}"`
  }
  return undefined
}

/** `caughtBy` where a broken rule may also stop dead. */
export function caughtOrDead(broken: Rule): string | undefined {
  try {
    return caughtBy(broken)
  } catch (error) {
    return `stops: ${String(error)}`
  }
}
