import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportCloudFormation } from '../../../../../src/shared/export/cloudformation/index.ts'
import { readTemplate } from '../../../../peer/cloudformation-read.ts'
import { schemaErrors, schemasAbsent } from '../../../../peer/cloudformation-schema.ts'
import { templateErrors } from '../../../../peer/cloudformation.ts'
import { designArbitrary } from '../../../arbitraries/design.ts'

const templates = (size: number) => designArbitrary(size).map((design) => exportCloudFormation(design).files.map((file) => readTemplate(file.text)))

describe('CloudFormation of random designs', () => {
  it.each([1, 3])('has nothing against it in the service specification (size %d)', (size) => {
    fc.assert(fc.property(templates(size), (files) => { expect(files.flatMap(templateErrors)).toEqual([]) }), { seed: 2, numRuns: 50 })
  })

  it.skipIf(schemasAbsent)(`fits the resource schemas of the registry ${schemasAbsent ?? ''}`, () => {
    fc.assert(fc.property(templates(3), (files) => { expect(files.flatMap(schemaErrors)).toEqual([]) }), { seed: 3, numRuns: 50 })
  })

  it('is the same text whatever the order of the resources', () => {
    fc.assert(
      fc.property(designArbitrary(3), fc.infiniteStream(fc.nat()), (design, keys) => {
        const shuffled = Object.entries(design.resources).map((entry) => ({ entry, at: keys.next().value ?? 0 })).sort((a, b) => a.at - b.at).map(({ entry }) => entry)
        expect(exportCloudFormation({ ...design, resources: Object.fromEntries(shuffled) })).toEqual(exportCloudFormation(design))
      }),
      { seed: 4, numRuns: 25 },
    )
  })

  it('makes or names as skipped every resource', () => {
    fc.assert(
      fc.property(designArbitrary(2), (design) => {
        const { files, skipped } = exportCloudFormation(design)
        const made = files.reduce((count, file) => count + Object.keys(readTemplate(file.text).Resources).length, 0)
        expect(made).toBeGreaterThan(0)
        for (const { resource, reason } of skipped) {
          expect(design.resources[resource]).toBeDefined()
          expect(reason).not.toBe('')
        }
      }),
      { seed: 5, numRuns: 25 },
    )
  })
})
