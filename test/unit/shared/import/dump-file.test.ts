import { describe, expect, it } from 'vitest'
import { DEEPEST, readDumpText, readDumpTexts } from '../../../../src/shared/import/dump-file.ts'

const codeOf = (text: string) => {
  const read = readDumpText('a.json', text)
  return read.ok ? 'read' : read.problems[0]?.code
}

describe('readDumpText', () => {
  it('makes a source of every list, whatever the file is called', () => {
    const read = readDumpText('us-east-1/whatever.json', '\ufeff{"Vpcs":[{"VpcId":"vpc-1"}],"Subnets":[],"NextToken":""}')
    expect(read).toEqual({
      ok: true,
      value: {
        sources: [
          { origin: 'us-east-1/whatever.json', region: 'us-east-1', key: 'Vpcs', items: [{ VpcId: 'vpc-1' }] },
          { origin: 'us-east-1/whatever.json', region: 'us-east-1', key: 'Subnets', items: [] },
        ],
        warnings: [],
      },
    })
  })

  it.each([
    ['list-entries-pl-0ab1.json', { Entries: [{ Cidr: '10.0.0.0/8' }] }, [['ManagedPrefixListEntries', { PrefixListId: 'pl-0ab1', Entries: [{ Cidr: '10.0.0.0/8' }] }]]],
    ['tgw-rtb-9/propagations.json', { TransitGatewayRouteTablePropagations: [] }, [['TransitGatewayPropagations', { TransitGatewayRouteTableId: 'tgw-rtb-9', TransitGatewayRouteTablePropagations: [] }]]],
    ['tgw-rtb-9/associations.json', { Associations: [] }, [['TransitGatewayAssociations', { TransitGatewayRouteTableId: 'tgw-rtb-9', Associations: [] }]]],
    ['tgw-rtb-1/tgw-rtb-9.json', { Routes: [{ Type: 'static' }, { Type: 'propagated' }, null], AdditionalRoutesAvailable: false }, [['TransitGatewayStaticRoutes', { TransitGatewayRouteTableId: 'tgw-rtb-9', Routes: [{ Type: 'static' }, null] }], ['TransitGatewayPropagatedRoutes', { TransitGatewayRouteTableId: 'tgw-rtb-9', Routes: [{ Type: 'propagated' }] }]]],
  ])('takes from the name of %s whose answer it is', (path, answer, sources) => {
    const read = readDumpText(path, JSON.stringify(answer))
    expect(read.ok ? read.value.sources.map(({ key, items }) => [key, items[0]]) : read).toEqual(sources)
  })

  it('says what is wrong with a file', () => {
    expect(['', '{"Vpcs":[', '[]', '"text"', 'null', '\u0000\u0001'].map(codeOf)).toEqual(['not-json', 'not-json', 'not-a-dump', 'not-a-dump', 'not-a-dump', 'not-json'])
    expect(codeOf(`{"Vpcs":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)).toBe('too-deep')
    expect(codeOf(`{"Vpcs":${'['.repeat(DEEPEST - 5)}${']'.repeat(DEEPEST - 5)}}`)).toBe('read')
  })

  it('warns of a page that has a next one', () => {
    const read = readDumpText('a.json', '{"Vpcs":[],"NextToken":"abc"}')
    expect(read.ok && read.value.warnings.map(({ origin }) => origin)).toEqual(['a.json'])
  })

  it('spells Direct Connect as everything else', () => {
    const read = readDumpText('a.json', '{"virtualInterfaces":[{"vlan":7,"bgpPeers":[{"asn":1,"authKey":"s"}]}]}')
    expect(read.ok && read.value.sources).toEqual([{ origin: 'a.json', key: 'VirtualInterfaces', items: [{ Vlan: 7, BgpPeers: [{ Asn: 1 }] }] }])
  })

  it('keeps no pre-shared key, wherever it stands', () => {
    const config = '<pre_shared_key>top</pre_shared_key><PRE_SHARED_KEY x="1">hidden<ip>1</ip>'
    const read = readDumpText('a.json', JSON.stringify({ VpnConnections: [{ CustomerGatewayConfiguration: config, Options: { TunnelOptions: [{ PreSharedKey: 'top' }] } }], authKey: 'top' }))
    expect(JSON.stringify(read)).not.toMatch(/top|hidden/)
    expect(JSON.stringify(read)).toContain('<ip>1</ip>')
  })

  it('is not fooled by prototype keys', () => {
    const read = readDumpText('a.json', '{"__proto__":[{"x":1}],"constructor":[{"VpcId":"v"}],"Vpcs":[{"__proto__":{"VpcId":"evil"}}]}')
    expect(read.ok && read.value.sources.map(({ key }) => key)).toEqual(['__proto__', 'constructor', 'Vpcs'])
    expect(({} as { x?: unknown }).x).toBeUndefined()
  })
})

describe('readDumpTexts', () => {
  it('goes on past bad files, and fails when none is good', () => {
    const mixed = readDumpTexts([{ path: 'bad.json', text: '{' }, { path: 'good.json', text: '{"Vpcs":[]}' }])
    expect(mixed.ok && [mixed.value.sources.length, mixed.value.warnings[0]?.origin]).toEqual([1, 'bad.json'])
    const bad = readDumpTexts([{ path: 'a.json', text: '{' }, { path: 'b.json', text: '' }])
    expect(!bad.ok && bad.problems.map(({ code }) => code)).toEqual(['nothing-to-import'])
    const foreign = readDumpTexts([{ path: 'package.json', text: '{"files":[1]}' }])
    expect(!foreign.ok && foreign.problems[0]).toMatchObject({ code: 'nothing-to-import', path: 'package.json' })
    expect(readDumpTexts([]).ok).toBe(false)
  })
})
