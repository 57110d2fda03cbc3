import { describe, expect, it } from 'vitest'
import { foundIn, groupTitleOf } from '../../../../src/renderer/gallery/catalogue.ts'
import { figureName, PAPER_ADDRESS } from '../../../../src/renderer/gallery/figures.ts'
import { PATTERNS } from '../../../../src/shared/patterns/index.ts'

const idsOf = (text: string): string[] => foundIn(text).flatMap(({ patterns }) => patterns.map(({ id }) => id))

describe('the catalogue of the gallery', () => {
  it('has every pattern once, under the heading that its id says', () => {
    expect(idsOf('').sort()).toEqual(PATTERNS.map(({ id }) => id).sort())
    expect(foundIn('').map(({ title }) => title)).toEqual(['A. Customer network to VPC', 'B. VPC to VPC', 'C. Remote users to VPC', 'D. Composites and operations', 'Beyond the papers'].filter((title) => PATTERNS.some(({ id }) => groupTitleOf(id) === title)))
    expect(groupTitleOf('a6c-direct-connect-maximum-resiliency')).toBe('A. Customer network to VPC')
    expect(groupTitleOf('d2-anything')).toBe('D. Composites and operations')
    expect(groupTitleOf('b-side')).toBe('Beyond the papers')
  })

  it('finds by all words, in any order and case, also of what is said about a pattern', () => {
    expect(idsOf('peering vpc').at(0)).toBe('b1-vpc-peering')
    expect(idsOf('  CLOUDHUB ')).toEqual(['a11-vpn-cloudhub'])
    expect(idsOf('cloudhub peering')).toEqual([])
    expect(idsOf('offline zonal')).toEqual(['zonal-nat-egress'])
  })

  it('finds a figure, not those that begin alike', () => {
    const withF1 = PATTERNS.filter(({ figures }) => figures.includes('F1')).map(({ id }) => id)
    expect(idsOf('f1')).toEqual(withF1)
    expect(idsOf('I12')).toContain('a11-vpn-cloudhub')
  })
})

it('names a figure by its number and year, and leads to AWS’s own pages', () => {
  expect([figureName('F14'), figureName('I2')]).toEqual(['Figure 14, 2012', 'Figure 2, 2020'])
  expect(new URL(PAPER_ADDRESS).origin).toBe('https://docs.aws.amazon.com')
})
