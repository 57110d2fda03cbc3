import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArgs, findChromium } from './test/setup/chromium.ts'

const chromium = findChromium()

const unit = {
  plugins: [svelte()],
  test: {
    name: 'unit',
    environment: 'node',
    include: ['test/{unit,samples,peer,oracle}/**/*.test.ts'],
    exclude: ['test/**/*.browser.test.ts'],
    setupFiles: ['test/setup/node-24.ts'],
    testTimeout: 30_000,
  },
}

const browser = (executablePath: string) => ({
  plugins: [svelte()],
  test: {
    name: 'browser',
    include: ['test/unit/**/*.browser.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath, args: [...chromiumArgs] } }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
})

export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: chromium === undefined ? [unit] : [unit, browser(chromium)],
  },
})
