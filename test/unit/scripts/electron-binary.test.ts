import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findElectron } from '../../../scripts/electron-binary.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-electron-'))
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
  vi.stubEnv('DISPLAY', ':0')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('finds the program where it is', () => {
  writeFileSync(join(folder, 'electron'), '')
  expect(findElectron()).toEqual({ path: join(folder, 'electron') })
})

it('says what is missing: the program', () => {
  expect(findElectron()).toEqual({ missing: expect.stringContaining('npx install-electron') })
})

it.runIf(process.platform === 'linux')('says what is missing: a screen', () => {
  writeFileSync(join(folder, 'electron'), '')
  vi.stubEnv('DISPLAY', '')
  vi.stubEnv('WAYLAND_DISPLAY', '')
  expect(findElectron()).toEqual({ missing: 'there is no screen for Electron' })
})
