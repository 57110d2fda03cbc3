import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  test: {
    name: 'unit',
    environment: 'node',
    include: ['test/{unit,samples,peer,oracle}/**/*.test.ts'],
    setupFiles: ['test/setup/node-24.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
  },
})
