import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeOf, Intrinsic, refTo, type Value } from '../../../../../src/shared/export/cloudformation/value.ts'
import { templateText } from '../../../../../src/shared/export/cloudformation/yaml.ts'
import { readTemplate } from '../../../../peer/cloudformation-read.ts'

const read = (value: Value) => (readTemplate(templateText([], { Resources: { R: { Type: 'T', Properties: { value } } } })).Resources['R']?.Properties as { readonly value: unknown }).value

describe('the text of a template', () => {
  it('gives back every value', () => {
    const leaf = fc.oneof(fc.string(), fc.constantFrom('on', 'yes', 'null', '~', '010', '1e3', '0x1f', '12:30', '2010-09-09', '::/0', '', '- a', '# b', '!Ref x', "it's", 'a: b', '123456789012', '\u0085', '\u2028', '\t'), fc.integer(), fc.boolean())
    const { tree } = fc.letrec<{ tree: Value }>((tie) => ({
      tree: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('tree'), { maxLength: 3, minLength: 1 }), fc.dictionary(fc.stringMatching(/^[A-Z][A-Za-z]{0,8}$/), tie('tree'), { maxKeys: 3, minKeys: 1, noNullPrototype: true })) as fc.Arbitrary<Value>,
    }))
    fc.assert(fc.property(tree, (value) => { expect(read(value)).toEqual(value) }), { seed: 72, numRuns: 500 })
  })

  it('gives back functions as CloudFormation reads them', () => {
    expect(read([refTo('A'), attributeOf('B', 'C.D')])).toEqual([{ Ref: 'A' }, { 'Fn::GetAtt': ['B', 'C.D'] }])
    expect(read(new Intrinsic('Select', [0, new Intrinsic('GetAZs', '')]))).toEqual({ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] })
    expect(read(new Intrinsic('Cidr', [new Intrinsic('Select', [0, attributeOf('V', 'Ipv6CidrBlocks')]), 4, 64]))).toEqual({ 'Fn::Cidr': [{ 'Fn::Select': [0, { 'Fn::GetAtt': ['V', 'Ipv6CidrBlocks'] }] }, 4, 64] })
    expect(read(new Intrinsic('Not', [new Intrinsic('Equals', [refTo('P'), ''])]))).toEqual({ 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'P' }, ''] }] })
    expect(read(new Intrinsic('Sub', 'com.amazonaws.${AWS::Region}.s3'))).toEqual({ 'Fn::Sub': 'com.amazonaws.${AWS::Region}.s3' })
  })

  it('writes short tags, no directive, no folded line and no anchor', () => {
    const shared: Value = { Key: 'Name', Value: 'x'.repeat(300) }
    const text = templateText(['title', '', 'more'], { Resources: { A: { Tags: [shared], Id: refTo('B') }, C: { Tags: [shared] } }, Outputs: {}, Conditions: undefined })
    expect(text).toMatch(/^# title\n#\n# more\nAWSTemplateFormatVersion: '2010-09-09'\n\nResources:\n/)
    expect(text).toContain('Id: !Ref B\n')
    expect(text).toContain(`Value: ${'x'.repeat(300)}\n`)
    expect(text).not.toMatch(/%YAML|&|\*|Outputs|Conditions/)
  })
})
