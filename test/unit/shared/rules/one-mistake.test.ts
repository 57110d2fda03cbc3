import { describe, expect, it } from 'vitest'
import { RULES } from '../../../../src/shared/rules/index.ts'
import { MISTAKES } from './mistakes/index.ts'
import { newFindings } from './new-findings.ts'

describe('one mistake in a good design', () => {
  it.each(MISTAKES)('$rule alone reports $what', (mistake) => {
    expect(newFindings(mistake)).toEqual([expect.stringMatching(`^${mistake.rule}: `)])
  })

  it('is tried for every rule', () => {
    expect([...new Set(MISTAKES.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ id }) => id))
  })
})
