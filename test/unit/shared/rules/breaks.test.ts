import { describe, expect, it } from 'vitest'
import { RULES } from '../../../../src/shared/rules/index.ts'
import { FAMILIES } from '../../../../src/shared/rules/registry.ts'
import { BREAKS } from './breaks/index.ts'
import { caughtOrDead } from './caught.ts'
import { ruleWith, sourceOf } from './load-rule.ts'

const fileOf = new Map(Object.entries(FAMILIES).flatMap(([family, rules]) => rules.map(({ id }) => [id, `rules/${family}/${id}.ts`])))

describe('a small break of a rule', () => {
  it.each(BREAKS)('$rule: "$is" for "$was" is noticed', async ({ rule, was, is, in: elsewhere }) => {
    const own = fileOf.get(rule) ?? 'no such rule'
    const file = elsewhere ?? own
    const parts = sourceOf(file).split(was)
    expect(parts.length - 1, `places in ${file} that read ${was}`).toBe(1)
    expect(caughtOrDead(await ruleWith({ file, text: parts.join(is) }, own)), 'what notices it').toBeDefined()
  })

  it('is tried for every rule', () => {
    expect([...new Set(BREAKS.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id))
  })

})

describe('a rule that is not broken', () => {
  it.each([...fileOf])('%s passes all the same when it is loaded for itself', async (_, file) => {
    expect(caughtOrDead(await ruleWith({ file, text: sourceOf(file) }, file))).toBeUndefined()
  })
})
