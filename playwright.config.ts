import { defineConfig } from '@playwright/test'
import { findElectron } from './scripts/electron-binary.ts'
import { chromiumArgs, findChromium } from './test/setup/chromium.ts'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 1, // a window keeps two cores busy: two at a time take as long
  timeout: 120_000,
  // Two shared cores draw slowly: a longer wait costs nothing where it is not needed.
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: { args: [...chromiumArgs], ...(executablePath === undefined ? {} : { executablePath }) },
  },
  // Journeys run on both hosts; what is about one host alone runs there alone.
  projects: [
    { name: 'loopback', testIgnore: '**/hosts/desktop*' },
    { name: 'electron-double', testIgnore: '**/hosts/loopback*' },
    ...('path' in findElectron() ? [{ name: 'electron', testIgnore: '**/hosts/**' }] : []),
  ],
})
