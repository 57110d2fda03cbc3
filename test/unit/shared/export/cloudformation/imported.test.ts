import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDump } from '../../../../../src/main/aws/dump.ts'
import { exportCloudFormation } from '../../../../../src/shared/export/cloudformation/index.ts'
import { importSnapshot } from '../../../../../src/shared/import/import-snapshot.ts'
import { readTemplate } from '../../../../peer/cloudformation-read.ts'
import { schemaErrors, schemasAbsent } from '../../../../peer/cloudformation-schema.ts'
import { templateErrors } from '../../../../peer/cloudformation.ts'

/** Dumps of accounts, beside the project where it is developed. */
const DUMPS = resolve('../shared/fixtures/aws-dumps')
const names = existsSync(DUMPS) ? readdirSync(DUMPS) : []

describe('CloudFormation of imported accounts', () => {
  it.skipIf(names.length === 0).each(names.length === 0 ? ['skipped, because there are no dumps beside the project'] : names)('%s', async (name) => {
    const dump = await readDump([join(DUMPS, name)])
    if (!dump.ok) throw new Error(dump.problems[0]?.message)
    const { design } = importSnapshot({ sources: dump.value.sources }, name)
    const files = exportCloudFormation(design).files.map((file) => readTemplate(file.text))
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap(templateErrors)).toEqual([])
    if (schemasAbsent === undefined) expect(files.flatMap(schemaErrors)).toEqual([])
  })
})
