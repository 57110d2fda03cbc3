import { describe, expect, it } from 'vitest'
import { type Design, emptyDesign } from '../../../../src/shared/document/design.ts'
import { applyEdit, invertEdit } from '../../../../src/shared/document/edit.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { indexOf } from '../../../../src/shared/document/query.ts'
import { layoutDesign } from '../../../../src/shared/layout/index.ts'
import { makeResourceId } from '../../../../src/shared/model/id.ts'
import { isPlaced } from '../../../../src/shared/document/groups.ts'
import { overlaps, parsePrefixes } from '../../../../src/shared/net/prefix.ts'
import { insertPattern, patternDesign, type PatternId, PATTERNS } from '../../../../src/shared/patterns/index.ts'
import { checkDesign } from '../../../../src/shared/rules/index.ts'
import { simulate } from '../../../../src/shared/simulation/index.ts'
import { judge } from '../../../oracle/intent.ts'
import { Sketch } from '../simulation/sketch.ts'
import { idsOf, inserted, truthOf } from './judged.ts'
import { TRUTH, type Truth } from './truth.ts'

const ids = PATTERNS.map(({ id }) => id)

const expected = (id: PatternId): Truth => Object.fromEntries(Object.entries(TRUTH[id]).map(([statement, elements]) => [statement, [...elements].sort()]))
const errorsIn = (design: Design) => checkDesign(design, simulate(design)).filter(({ severity }) => severity === 'error').map(({ message }) => message)

function expectNoClash(design: Design): void {
  const index = indexOf(design)
  const names = Object.values(design.resources).map(({ name }) => name.toLowerCase())
  expect(names.filter((name, position) => name === '' || names.indexOf(name) !== position)).toEqual([])
  const pools = [
    ...index.all('client-vpn-endpoint').map(({ ClientCidrBlock }) => ClientCidrBlock),
    ...index.all('customer-gateway').flatMap(({ remoteUserPool }) => remoteUserPool ?? []),
    ...index.all('instance').flatMap(({ clientPool }) => clientPool ?? []),
    ...index.all('transit-gateway').flatMap(({ TransitGatewayCidrBlocks }) => TransitGatewayCidrBlocks),
  ]
  const blocks = parsePrefixes([...index.all('vpc').flatMap(({ CidrBlocks }) => CidrBlocks), ...index.all('site').flatMap(({ prefixes }) => prefixes), ...pools])
  expect(blocks.filter((block, position) => blocks.some((other, place) => place < position && overlaps(block, other)))).toEqual([])
  const amazon = [...index.all('vpn-gateway'), ...index.all('transit-gateway'), ...index.all('direct-connect-gateway')].map(({ AmazonSideAsn }) => AmazonSideAsn)
  const sites = index.all('site').map(({ id }) => new Set(index.childrenOf('customer-gateway', id).map(({ BgpAsn }) => BgpAsn)))
  const clouds = index.all('vpc').map(({ id }) => new Set(index.childrenOf('subnet', id).flatMap((subnet) => index.childrenOf('instance', subnet.id)).flatMap(({ BgpAsn }) => BgpAsn ?? [])))
  const asns = [...amazon, ...[...sites, ...clouds].flatMap((routers) => [...routers])]
  expect(new Set(asns).size).toBe(asns.length)
  const addresses = [...index.all('customer-gateway').flatMap(({ IpAddress }) => IpAddress ?? []), ...index.all('instance').flatMap(({ PublicIpAddress }) => PublicIpAddress ?? [])]
  expect(new Set(addresses).size).toBe(addresses.length)
  const ports = [...index.all('direct-connect-connection').filter(({ LagId }) => LagId === undefined), ...index.all('direct-connect-lag')]
  const devices = ports.map(({ Location, AwsLogicalDeviceId }) => `${Location} ${AwsLogicalDeviceId}`)
  expect(new Set(devices).size).toBe(devices.length)
}

describe.each(ids)('%s', (id) => {
  it('is a valid design, the same one each time, named after the pattern', () => {
    const design = patternDesign(id)
    expect(parseDesign(JSON.parse(JSON.stringify(design)))).toEqual({ ok: true, value: design })
    expect(patternDesign(id)).toEqual(design)
    expect(design.name).toBe(PATTERNS.find((pattern) => pattern.id === id)?.title)
    expectNoClash(design)
  })

  it('holds, and has exactly the single points of failure of the ground truth', () => {
    expect(truthOf(patternDesign(id))).toEqual(expected(id))
  })

  it('is judged alike by the naive oracle, which tries every element', () => {
    const design = patternDesign(id)
    const simulation = simulate(design)
    for (const intent of Object.values(design.intents)) {
      const { holds, singlePointsOfFailure } = simulation.judge(intent)
      const verdict = judge(design, intent)
      expect({ holds, singlePoints: singlePointsOfFailure.map(({ element }) => element).sort() }, intent.id).toEqual({ ...verdict, singlePoints: [...verdict.singlePoints].sort() })
    }
  })

  it('makes no mistake that a rule calls an error', () => {
    expect(errorsIn(patternDesign(id))).toEqual([])
  })

  it('is as true twice in one design', () => {
    const design = inserted(inserted(emptyDesign('twice'), id, 'first'), id, 'second')
    expect(truthOf(design, 'first')).toEqual(expected(id))
    expect(truthOf(design, 'second')).toEqual(expected(id))
    expect(errorsIn(design)).toEqual([])
    expectNoClash(design)
  })

  it('goes in and out as one step, and is all placed by the layout', () => {
    const before = patternDesign('a11-vpn-cloudhub')
    const edit = insertPattern(before, id, idsOf('new'))
    const after = applyEdit(before, edit)
    if (!after.ok) throw new Error(JSON.stringify(after.problems))
    expect(applyEdit(after.value, invertEdit(edit))).toEqual({ ok: true, value: before })
    const arranged = applyEdit(after.value, layoutDesign(after.value))
    const unplaced = Object.values(after.value.resources).filter((resource) => isPlaced(resource) && !(arranged.ok && arranged.value.placements[resource.id]))
    expect(unplaced).toEqual([])
  })
})

describe('all patterns in one design', () => {
  const design = ids.reduce((before, id) => inserted(before, id, `${id}.`), emptyDesign('all'))

  it('leave each other alone', () => {
    for (const id of ids) expect(truthOf(design, `${id}.`), id).toEqual(expected(id))
    expect(errorsIn(design)).toEqual([])
    expectNoClash(design)
  })
})

describe('a pattern beside what is there', () => {
  const sketch = new Sketch()
  sketch.vpc('PRODUCTION', '10.1.0.0/16', ['a'])
  sketch.add('vpn-gateway', 'other', { AmazonSideAsn: 65_000 })
  const site = sketch.site('headquarters', '10.0.128.0/17', ['isp'])
  sketch.add('customer-gateway', 'fw', { site, BgpAsn: 64_512, IpAddress: '203.0.113.1' })
  const after = inserted(sketch.design(), 'a1-managed-vpn', 'new')
  const field = (id: string, name: string) => ({ ...after.resources[makeResourceId(...(id.split(':') as [string, string]))] } as Record<string, unknown>)[name]

  it('takes free names, blocks, ASNs and addresses', () => {
    expectNoClash(after)
    expect([field('vpc:new1', 'name'), field('vpc:new1', 'CidrBlocks'), field('subnet:new2', 'CidrBlock')]).toEqual(['Production 2', ['10.2.0.0/16'], '10.2.1.0/24'])
    expect([field('site:new1', 'name'), field('site:new1', 'prefixes')]).toEqual(['Headquarters 2', ['192.168.0.0/24']])
    expect([field('vpn-gateway:new1', 'AmazonSideAsn'), field('customer-gateway:new1', 'BgpAsn'), field('customer-gateway:new1', 'IpAddress')]).toEqual([64_513, 65_001, '203.0.113.2'])
  })

  it('touches nothing of it', () => {
    expect(after.resources).toMatchObject(sketch.design().resources)
    expect(truthOf(after, 'new')).toEqual(expected('a1-managed-vpn'))
  })
})
