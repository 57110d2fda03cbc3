import { describe, expect, it } from 'vitest'
import { indexOf } from '../../../../../src/shared/document/query.ts'
import { simulate } from '../../../../../src/shared/simulation/index.ts'
import { outcomeText, sideText } from '../../../../../src/shared/simulation/matrix/words.ts'
import { usersAndServices } from './users-and-services.ts'

const design = usersAndServices()
const simulation = simulate(design)

/** The answer for a row and a column, by their names. */
function answer(from: string, to: string, failed: readonly string[] = []) {
  const matrix = simulation.matrix(failed)
  const at = (name: string) => matrix.ends.findIndex((end) => end.name === name)
  const { mark, groups } = matrix.answer(at(from), at(to))
  const where = groups.flatMap((group) => group.where.map((sides) => `${group.works === true ? 'yes' : 'no'} ${sideText(sides.from, 'all')} -> ${sideText(sides.to, 'all')}: ${outcomeText(indexOf(design), group)}`))
  return { mark, where, matrix, cells: matrix.cells(at(from), at(to)) }
}

describe('rows and columns', () => {
  it('are what sends and what receives', () => {
    const { ends, rows, columns } = simulation.matrix()
    const names = (list: readonly number[]) => list.map((at) => ends[at]?.name)
    expect(names(rows)).toEqual(['office', 'travellers', 'hq', 'prod-a', 'prod-b'])
    expect(names(columns)).toEqual(['office', 'hq', 'prod-a', 'prod-b', 'queue', 'shop', 'shop-nlb', 'shop-service'])
  })
  it('have no pair where nothing sends or nothing receives', () => {
    const { matrix } = answer('hq', 'queue')
    const at = (name: string) => matrix.ends.findIndex((end) => end.name === name)
    expect(matrix.cells(at('queue'), at('hq'))).toEqual([])
    expect(matrix.cells(at('hq'), at('travellers'))).toEqual([])
  })
})

describe('user groups', () => {
  it('are at a site the addresses that are theirs', () => {
    expect(answer('office', 'prod-a')).toMatchObject({ mark: 'all', where: ['yes all -> all: everything'] })
    const { cells } = answer('office', 'prod-a')
    expect(cells.map(({ flow }) => flow.sourceAddress)).toEqual(cells.map(() => '192.168.0.64'))
  })
  it('are elsewhere every pool that they may get, each by its way in', () => {
    expect(answer('travellers', 'prod-a').mark).toBe('all')
    expect(answer('travellers', 'prod-b')).toMatchObject({
      mark: 'some',
      where: [
        'yes 192.168.9.0/25 by router -> all: everything',
        'no 172.24.0.0/22 by dial-in -> all: at dial-in: no authorization rule lets these users reach 10.0.2.4',
        'no 192.168.9.128/25 by router -> all: at prod-b: a network ACL drops it: rule 10: deny all traffic from 192.168.9.128/25',
      ],
    })
  })
  it('send by a way in with the addresses of that way alone', () => {
    const { cells } = answer('travellers', 'prod-a')
    expect(new Map(cells.map(({ flow }) => [flow.wayIn, flow.sourceAddress?.split('.')[0]]))).toEqual(new Map([['remote-access:by-endpoint', '172'], ['remote-access:by-router', '192']]))
  })
  it('lose the pool of a way in that is down', () => {
    expect(answer('travellers', 'prod-a', ['customer-device:customer-gateway:router'])).toMatchObject({ mark: 'some', where: ['yes 172.24.0.0/22 by dial-in -> all: everything', expect.stringMatching(/^no 192\.168\.9\.0\/24 by router -> all: /)] })
  })
})

describe('services', () => {
  const FIRST = 'endpoint-interface:vpc-endpoint:queue/subnet:prod-a'
  const SECOND = 'endpoint-interface:vpc-endpoint:queue/subnet:prod-b'

  it('take what they listen to, and endpoints no ping', () => {
    expect(answer('prod-a', 'queue')).toMatchObject({ mark: 'all', where: ['yes all -> all: everything, but no icmp, no icmpv6'] })
    expect(answer('prod-a', 'shop-nlb')).toMatchObject({ mark: 'all', where: ['yes all -> all: tcp/443'] })
    expect(answer('hq', 'shop-service')).toMatchObject({ mark: 'all', where: ['yes all -> all: tcp/443'] })
  })
  it('are reached while one of their interfaces is', () => {
    expect([[FIRST], [SECOND], [FIRST, SECOND]].map((failed) => answer('prod-b', 'queue', failed).mark)).toEqual(['all', 'all', 'none'])
    expect([[], ['instance:instance:shop-1']].map((failed) => answer('prod-b', 'shop-service', failed).mark)).toEqual(['all', 'none'])
  })
})
