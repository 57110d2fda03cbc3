import { describe, expect, it } from 'vitest'
import { barWords, percentUsed, piecesOf } from '../../../../../src/renderer/panels/addresses/pieces.ts'
import { poolEdit, type PoolForm } from '../../../../../src/renderer/panels/addresses/pool-form.ts'
import { fitsWords, inWords } from '../../../../../src/renderer/panels/addresses/words.ts'
import { planOf } from '../../../../../src/shared/document/addresses/plan.ts'
import { indexOf } from '../../../../../src/shared/document/query.ts'
import { designWith, type SmallPlan } from '../../../shared/document/addresses/small-plan.ts'

const spacesOf = (plan: SmallPlan) => planOf(indexOf(designWith(plan))).pools[0]?.spaces ?? []

describe('the bar of a pool', () => {
  it('is drawn to scale, with what is too small for it as the worst of its part', () => {
    const tiny = Array.from({ length: 40 }, (_, at) => ({ name: `t${at}`, blocks: [`10.0.${at}.0/24`] }))
    const [space] = spacesOf({ pools: [{ name: 'p', blocks: ['10.0.0.0/10'], reserved: ['10.32.0.0/11'] }], vpcs: [...tiny, { name: 'big', blocks: ['10.16.0.0/12'] }, { name: 'twin', blocks: ['10.0.3.0/28'] }] })
    if (!space) throw new Error('no space')
    const pieces = piecesOf(space)
    expect(pieces.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
    expect(pieces.map(({ state }) => state)).toEqual(['overlap', 'free', 'used', 'reserved'])
    expect(pieces[0]).toMatchObject({ title: '41 runs of addresses', owners: [] })
    expect(pieces[2]).toMatchObject({ share: 0.25, title: '10.16.0.0/12: big' })
    expect(pieces[2]?.owners.map(({ name }) => name)).toEqual(['big'])
  })

  it('says what it shows', () => {
    const spaces = spacesOf({ pools: [{ name: 'p', blocks: ['10.0.0.0/16', '2001:db8::/40'] }], vpcs: [{ name: 'a', blocks: ['10.0.0.0/17'] }, { name: 'b', blocks: ['10.0.0.0/24'] }] })
    expect(barWords(spaces)).toBe('10.0.0.0/16: 50 % taken, 256 of them claimed twice, 32,768 addresses free')
    expect(fitsWords(spaces.slice(0, 1))).toEqual(['8 × /20', '128 × /24', '2,048 × /28'])
    const sum = { total: 65_536n, used: 1n, overlap: 0n, reserved: 0n, free: 65_535n }
    expect([percentUsed(sum), percentUsed({ ...sum, used: 0n }), percentUsed({ ...sum, used: 65_535n }), percentUsed({ ...sum, used: 65_536n })]).toEqual([1, 0, 99, 100])
    expect([inWords(999_999n), inWords(1n << 24n), inWords(1n << 72n)]).toEqual(['999,999', '16.8 M', 'about 2^72'])
  })
})

describe('a pool as it is typed', () => {
  const form: PoolForm = { name: 'Main', use: 'vpcs', Region: '', blocks: '10.0.0.0/8', reserved: '', blockLength: '' }
  const design = designWith({ pools: [{ name: 'Old', blocks: ['172.16.0.0/12'] }] })
  const complaintsOf = (part: Partial<PoolForm>) => {
    const made = poolEdit(design, { ...form, ...part }, undefined, 'pool:new')
    return 'complaints' in made ? made.complaints : []
  }

  it('becomes an edit, blocks parted by lines or commas', () => {
    const made = poolEdit(design, { ...form, blocks: '10.0.0.0/9, 2001:DB8::/40\n192.168.0.0/16', Region: ' eu-west-1 ', blockLength: '/20' }, undefined, 'pool:new')
    expect('edit' in made && made.edit.changes[0]).toMatchObject({ after: { id: 'pool:new', name: 'Main', use: 'vpcs', Region: 'eu-west-1', blocks: ['10.0.0.0/9', '2001:db8::/40', '192.168.0.0/16'], blockLength: 20 } })
  })

  it('says what is wrong in whole sentences', () => {
    expect(complaintsOf({})).toEqual([])
    expect(complaintsOf({ name: ' ' })).toEqual(['The pool needs a name.'])
    expect(complaintsOf({ blocks: '10.1.2.3/8' })).toEqual(['10.1.2.3/8 has host bits; the block is 10.0.0.0/8.'])
    expect(complaintsOf({ blocks: 'ten' })).toEqual(['ten is not a CIDR such as 10.0.0.0/8.'])
    expect(complaintsOf({ blocks: '172.20.0.0/16' })).toEqual(['172.20.0.0/16 overlaps 172.16.0.0/12 of the pool Old; pools must not share addresses.'])
    expect(complaintsOf({ reserved: '192.168.0.0/24' })).toEqual(['192.168.0.0/24 is not inside a block of the pool.'])
    expect(complaintsOf({ blockLength: '4' })).toEqual(['A /4 is larger than every block of the pool.'])
  })
})
