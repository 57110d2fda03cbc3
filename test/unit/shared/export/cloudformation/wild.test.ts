import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exportCloudFormation } from '../../../../../src/shared/export/cloudformation/index.ts'
import { readTemplate } from '../../../../peer/cloudformation-read.ts'
import { schemaErrors, schemasAbsent } from '../../../../peer/cloudformation-schema.ts'
import { templateErrors } from '../../../../peer/cloudformation.ts'
import { wildDesign } from '../../../arbitraries/wild.ts'

const errors = (check: (template: ReturnType<typeof readTemplate>) => string[]) =>
  fc.assert(fc.property(wildDesign(2), (design) => { expect(exportCloudFormation(design).files.flatMap((file) => check(readTemplate(file.text)))).toEqual([]) }), { seed: 6, numRuns: 25, endOnFailure: true })

it('gives valid templates for designs that make no sense', () => { errors(templateErrors) })

it.skipIf(schemasAbsent)(`which also fit the resource schemas ${schemasAbsent ?? ''}`, () => { errors(schemaErrors) })
