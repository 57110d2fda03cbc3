import { describe, expect, test } from 'vitest'
import { endOptions, matchingOptions } from '../../../../../src/renderer/panels/trace/flow-ends.ts'
import { verdictOf, wordsOfFlow, wordsOfStep } from '../../../../../src/renderer/panels/trace/hop-words.ts'
import { TraceQuery } from '../../../../../src/renderer/panels/trace/trace-query.svelte.ts'
import type { Disposition, Path } from '../../../../../src/shared/simulation/types.ts'
import { at, network, networkIndex } from '../network.ts'

describe('ends of flows', () => {
  const options = endOptions(networkIndex(), 'flow')

  test('offers the internet first, then hosts and places with what tells them apart', () => {
    expect(options[0]).toMatchObject({ value: 'internet', label: 'Internet' })
    expect(options).toContainEqual({ value: 'subnet:dev-app', label: 'App', detail: '10.1.0.0/24 in Dev', kind: 'subnet' })
    expect(options.some(({ kind }) => kind === 'vpc' || kind === 'route-table')).toBe(false)
    expect(endOptions(networkIndex(), 'intent').some(({ kind }) => kind === 'vpc')).toBe(true)
  })

  test('finds by every word, in name, address or place; names that start so come first', () => {
    expect(matchingOptions(options, 'app dev', 9).map(({ value }) => value)).toEqual(['subnet:dev-app'])
    expect(matchingOptions(options, '10.0.0.10', 9).map(({ value }) => value)).toEqual(['instance:web'])
    expect(matchingOptions(options, 'app', 9)[0]?.label).toBe('App')
    expect(matchingOptions(options, '', 3)).toHaveLength(3)
  })
})

describe('TraceQuery', () => {
  const design = network()
  const query = (fields: Partial<TraceQuery>) => Object.assign(new TraceQuery(), fields)

  test('asks a flow between ids, names and addresses', () => {
    expect(query({ from: 'site:hq', to: 'web' }).askedOf(design)).toEqual({ flow: { from: 'site:hq', to: 'instance:web', protocol: 6, port: 443 } })
    expect(query({ from: '192.168.1.1', to: '10.0.0.99', protocol: 'any' }).askedOf(design)).toEqual({ flow: { from: 'site:hq', sourceAddress: '192.168.1.1', toAddress: '10.0.0.99', protocol: 'any' } })
    expect(query({ from: 'internet', to: 'web', protocol: 'udp', port: '' }).askedOf(design)).toEqual({ flow: { from: 'internet', to: 'instance:web', protocol: 17 } })
  })

  test('complains about the field that is wrong, and about nothing that is merely empty', () => {
    expect(query({}).askedOf(design)).toEqual({ complaints: {} })
    const wrong = query({ from: 'nobody', to: 'App', protocol: 'tcpp', port: '1' }).askedOf(design)
    expect('complaints' in wrong && Object.keys(wrong.complaints)).toEqual(['from', 'to', 'protocol'])
    expect('complaints' in wrong && wrong.complaints.to).toContain('2 resources')
    const port = query({ from: 'HQ', to: 'web', port: '99999' }).askedOf(design)
    expect('complaints' in port && port.complaints).toEqual({ port: '0 to 65535' })
  })

  test('swaps its ends', () => {
    const both = query({ from: 'a', to: 'b' })
    both.swap()
    expect([both.from, both.to]).toEqual(['b', 'a'])
  })
})

describe('words', () => {
  const path = (disposition: Disposition, success: boolean): Path => ({ disposition, success, hops: [], elements: [], quality: { bandwidthUnlimited: true, encryption: 'inside', internet: false } })

  test('tell the four ways a trace can end', () => {
    const good = path('delivered', true)
    expect(verdictOf({ forward: good, return: good, works: true }).tone).toBe('good')
    expect(verdictOf({ forward: path('denied', false), works: false }).text).toContain('does not arrive')
    expect(verdictOf({ forward: good, return: path('no-route', false), works: false }).text).toContain('reply does not come back')
    expect(verdictOf({ forward: path('unknown', false), works: false }).tone).toBe('unsure')
  })

  test('say what was traced', () => {
    expect(wordsOfFlow(networkIndex(), { from: at('site:hq'), sourceAddress: '192.168.1.1', toAddress: '10.0.0.10', protocol: 6, port: 443 })).toBe('HQ (192.168.1.1) → 10.0.0.10, tcp/443')
    expect(wordsOfFlow(networkIndex(), { from: 'internet', to: at('instance:web'), protocol: 'some' })).toBe('the internet → web, some packet')
  })

  test('mark the step that stops a packet', () => {
    expect(wordsOfStep({ kind: 'filter', filter: 'network-acl', direction: 'in', allowed: false, detail: 'rule 100' })).toEqual({ title: 'Network ACL inbound', detail: 'rule 100', tone: 'stopped' })
    expect(wordsOfStep({ kind: 'end', disposition: 'left-network', detail: '' }).tone).toBe('passed')
    expect(wordsOfStep({ kind: 'end', disposition: 'unknown', detail: '' }).tone).toBe('unsure')
    expect(wordsOfStep({ kind: 'end', disposition: 'no-route', detail: '' }).tone).toBe('stopped')
    expect(wordsOfStep({ kind: 'translate', detail: 'NAT', before: '10.0.0.1', after: '1.2.3.4' }).detail).toBe('10.0.0.1 → 1.2.3.4: NAT')
  })
})
