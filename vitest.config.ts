import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  test: {
    name: 'unit',
    environment: 'node',
    include: ['test/{unit,samples,peer,oracle}/**/*.test.ts'],
    setupFiles: ['test/setup/node-24.ts'],
    // A slow machine is no failure: a test that hangs is stopped, one that takes long is not.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Files share their imports: no test replaces modules, and reading them anew for each took a third of the time.
    isolate: false,
  },
})
