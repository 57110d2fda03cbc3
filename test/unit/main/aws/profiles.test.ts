import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { listProfiles } from '../../../../src/main/aws/profiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'causeway-profiles-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('lists names and nothing else', async () => {
  const config = join(folder, 'config')
  const credentials = join(folder, 'credentials')
  writeFileSync(config, '[profile prod]\nregion = eu-west-1\n[sso-session corp]\n[services x]\n[ default ] # mine\r\n[profile "with space"]\nrole_arn = secret\n')
  writeFileSync(credentials, '[default]\naws_secret_access_key = topsecret\n[keys]\n')
  const names = await listProfiles({ AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials })
  expect(names).toEqual(['default', 'keys', 'prod', 'with space'])
  expect(await listProfiles({}, join(folder, 'nobody'))).toEqual([])
})
