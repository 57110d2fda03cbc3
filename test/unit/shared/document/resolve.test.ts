import { describe, expect, it } from 'vitest'
import { emptyDesign } from '../../../../src/shared/document/design.ts'
import { parseDesign } from '../../../../src/shared/document/parse.ts'
import { resolveResource } from '../../../../src/shared/document/resolve.ts'

const vpc = (id: string, name: string, awsId?: string) => ({ kind: 'vpc', id, name, CidrBlocks: ['10.0.0.0/16'], Ipv6CidrBlocks: [], ...(awsId === undefined ? {} : { awsId }) })
const list = [vpc('vpc:a', 'prod', 'vpc-0aaa'), vpc('vpc:b', 'Prod'), vpc('vpc:c', 'dev', 'vpc-0ccc'), vpc('vpc:d', 'dev'), vpc('vpc:e', 'vpc:a'), vpc('vpc:f', 'Test'), vpc('vpc:g', '')]
const parsed = parseDesign({ ...emptyDesign('x'), resources: Object.fromEntries(list.map((one) => [one.id, one])) })
const design = parsed.ok ? parsed.value : emptyDesign('broken')
const found = (text: string) => {
  const result = resolveResource(design, text)
  return result.ok ? result.value.id : result.problems[0]?.code
}

describe('what people call a resource', () => {
  it.each([
    ['vpc:a', 'vpc:a', 'an id wins over a name'],
    ['vpc-0ccc', 'vpc:c', 'an AWS id'],
    ['prod', 'vpc:a', 'a name in its own case'],
    ['Prod', 'vpc:b', 'a name in its own case'],
    ['TEST', 'vpc:f', 'a name in another case'],
    ['PROD', 'ambiguous-name', 'two names in another case'],
    ['dev', 'ambiguous-name', 'two of one name'],
    ['nothing', 'unknown-resource', 'none'],
    ['__proto__', 'unknown-resource', 'a word of the language'],
    ['constructor', 'unknown-resource', 'a word of the language'],
    ['vpc:none', 'unknown-resource', 'an id of nothing'],
  ])('%s is %s: %s', (text, id) => {
    expect(found(text)).toBe(id)
  })

  it('lists the candidates of an ambiguous name in order, and not without end', () => {
    expect(resolveResource(design, 'dev')).toMatchObject({ problems: [{ path: 'dev', message: '"dev" is the name of 2 resources: vpc:c, vpc:d; use an id.' }] })
    const many = Array.from({ length: 12 }, (_, index) => vpc(`vpc:${String(index).padStart(2, '0')}`, 'same'))
    const crowded = parseDesign({ ...emptyDesign('x'), resources: Object.fromEntries(many.map((one) => [one.id, one])) })
    expect(crowded.ok && resolveResource(crowded.value, 'same')).toMatchObject({ problems: [{ message: expect.stringContaining('12 resources: vpc:00, vpc:01') as string }] })
    expect(crowded.ok && resolveResource(crowded.value, 'same')).toMatchObject({ problems: [{ message: expect.stringContaining('vpc:09, …; use an id') as string }] })
  })
})
