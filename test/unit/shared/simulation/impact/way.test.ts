import { describe, expect, it } from 'vitest'
import { detourOf, qualityChanges, qualityWords, type Way } from '../../../../../src/shared/simulation/impact/way.ts'

const QUALITY: Way['quality'] = { mtuBytes: 1446, bandwidthMbps: 500, bandwidthUnlimited: false, encryption: 'all', internet: true }
const way = (hops: string, more: Partial<Way> = {}): Way => ({ hops: hops.split(' '), quality: QUALITY, ...more })

describe('ways', () => {
  it.each<[string, Way, Way, ReturnType<typeof detourOf>]>([
    ['another middle', way('hq d0 v0 vgw prod'), way('hq d1 v1 vgw prod'), { ofReply: false, left: ['d0', 'v0'], taken: ['d1', 'v1'] }],
    ['a place more', way('hq vgw prod'), way('hq d1 vgw prod'), { ofReply: false, left: [], taken: ['d1'] }],
    ['a place twice', way('a b b c'), way('a b c'), { ofReply: false, left: ['b'], taken: [] }],
    ['the reply alone', way('hq d0 prod'), way('hq d0 prod', { reply: ['prod', 'd1', 'hq'] }), { ofReply: true, left: ['d0'], taken: ['d1'] }],
    ['nothing', way('hq prod'), way('hq prod'), { ofReply: true, left: [], taken: [] }],
  ])('differ in %s', (_, before, after, detour) => {
    expect(detourOf(before, after)).toEqual(detour)
  })

  it('say what they are worth, and what cannot be told', () => {
    expect(qualityWords(QUALITY)).toEqual(['500 Mbps', 'encrypted', 'MTU 1446', 'over the internet'])
    expect(qualityWords({ bandwidthUnlimited: false, encryption: 'unknown', internet: null })).toEqual(['bandwidth unknown', 'encryption unknown', 'MTU unknown', 'internet unknown'])
    expect(qualityWords({ mtuBytes: 9001, bandwidthUnlimited: true, encryption: 'inside', internet: false })).toEqual(['no limit stated', 'inside all the way', 'MTU 9001', 'off the internet'])
  })

  it('say what changes in worth, there and back', () => {
    const worse = { ...QUALITY, bandwidthMbps: 1250, encryption: 'none' as const }
    expect(qualityChanges(way('a'), way('b'))).toEqual([])
    expect(qualityChanges(way('a'), way('b', { quality: worse }))).toEqual(['500 Mbps → 1.25 Gbps', 'encrypted → not encrypted'])
    expect(qualityChanges(way('a'), way('b', { replyQuality: worse }))).toEqual(['reply: 500 Mbps → 1.25 Gbps', 'reply: encrypted → not encrypted'])
  })
})
