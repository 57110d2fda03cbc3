import { describe, expect, it } from 'vitest'
import { placedPattern, PATTERNS } from '../../../../src/shared/patterns/index.ts'
import { faults } from '../layout/faults.ts'
import { coveredLabels, crossings, unlabelled } from './geometry.ts'

describe.each(PATTERNS.map(({ id }) => id))('%s, laid out and drawn', (id) => {
  const design = placedPattern(id)

  it('has nothing on top of each other', () => expect(faults(design)).toEqual([]))

  it('has no line through a box that is not at its end', () => expect(crossings(design)).toEqual([]))

  it('has its labels off boxes and off each other', () => expect(coveredLabels(design)).toEqual([]))

  it('says at every link what it is', () => expect(unlabelled(design)).toEqual([]))
})
