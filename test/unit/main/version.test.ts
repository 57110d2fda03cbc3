import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { version } from '../../../src/main/version.ts'

it('is that of package.json', () => {
  expect(version).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version)
})
