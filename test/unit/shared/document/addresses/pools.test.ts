import { describe, expect, it } from 'vitest'
import { applyEdit, invertEdit } from '../../../../../src/shared/document/edit.ts'
import { parseDesign } from '../../../../../src/shared/document/parse.ts'
import { serializeDesign } from '../../../../../src/shared/document/serialize.ts'
import { designWith, planInput } from './small-plan.ts'

const problemsOf = (pools: readonly Record<string, unknown>[]): string[] => {
  const parsed = parseDesign(planInput({ pools }))
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path} ${message}`)
}

describe('pools of a design', () => {
  it('are refused with what is wrong', () => {
    expect(problemsOf([{ name: 'a', blocks: ['10.0.0.0/8', '2001:db8::/40'], reserved: ['10.255.0.0/16'], blockLength: 20, Region: 'eu-west-1' }])).toEqual([])
    expect(problemsOf([{ name: 'a', blocks: ['10.1.2.3/8'] }])).toEqual(['pools.pool:a.blocks.0 has host bits; the block is 10.0.0.0/8'])
    expect(problemsOf([{ name: 'a', blocks: ['10.0.0.0'] }])).toEqual(['pools.pool:a.blocks.0 is not a CIDR such as 10.0.0.0/8'])
    expect(problemsOf([{ name: 'a', blocks: [] }])).toEqual(['pools.pool:a.blocks needs at least one block'])
    expect(problemsOf([{ name: 'a', blocks: ['10.0.0.0/8', '10.4.0.0/16'] }])).toEqual(['pools.pool:a.blocks.1 10.4.0.0/16 lies in 10.0.0.0/8, which the pool has already'])
    expect(problemsOf([{ name: 'a', blocks: ['10.0.0.0/8'], reserved: ['172.16.0.0/16'] }])).toEqual(['pools.pool:a.reserved.0 172.16.0.0/16 is not inside a block of the pool'])
    expect(problemsOf([{ name: 'a', blocks: ['10.0.0.0/16'], blockLength: 12 }])).toEqual(['pools.pool:a.blockLength a /12 is larger than every block of the pool'])
    expect(problemsOf([{ name: 'a', blocks: ['10.0.0.0/8'] }, { name: 'b', blocks: ['10.1.0.0/16'] }])).toEqual([
      'pools.pool:b.blocks 10.1.0.0/16 overlaps 10.0.0.0/8 of the pool a; pools must not share addresses',
    ])
  })

  it('come and go by edits, and a design without them has no trace of them', () => {
    const before = designWith({})
    const pool = { id: 'pool:a', name: 'a', use: 'vpcs', blocks: ['10.0.0.0/8'] }
    const add = { label: 'Add', changes: [{ op: 'put', collection: 'pools', id: 'pool:a', after: pool } as const] }
    const added = applyEdit(before, add)
    if (!added.ok) throw new Error(added.problems[0]?.message)
    expect(added.value.pools).toEqual({ 'pool:a': pool })
    const undone = applyEdit(added.value, invertEdit(add))
    expect(undone.ok && serializeDesign(undone.value)).toBe(serializeDesign(before))
    expect(serializeDesign(before)).not.toContain('pools')
    const clash = applyEdit(added.value, { label: 'Add', changes: [{ op: 'put', collection: 'pools', id: 'pool:b', after: { ...pool, id: 'pool:b', name: 'b', blocks: ['10.9.0.0/16'] } }] })
    expect(clash.ok ? '' : clash.problems[0]?.message).toBe('10.9.0.0/16 overlaps 10.0.0.0/8 of the pool a; pools must not share addresses')
  })
})
