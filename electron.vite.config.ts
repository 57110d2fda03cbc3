import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'electron-vite'
import { svelte } from '@sveltejs/vite-plugin-svelte'

// Every *.worker.ts below src/main becomes out/main/<name>.worker.js, next to the hosts (see src/main/worker-url.ts).
const workers = Object.fromEntries(
  globSync('src/main/**/*.worker.ts').map((file) => [basename(file, '.ts'), file]),
)

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

export default defineConfig({
  main: {
    define: { __CAUSEWAY_VERSION__: JSON.stringify(version) },
    build: {
      target: 'node24',
      rollupOptions: {
        input: { electron: 'src/main/electron.ts', cli: 'src/main/cli.ts', ...workers },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { preload: 'src/main/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [svelte({ configFile: '../../svelte.config.js' })],
    worker: { format: 'es' },
    build: {
      minify: true,
      assetsInlineLimit: 0,
      // It is read from the disk, not over a network.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: 'src/renderer/index.html', checks: { pluginTimings: false } },
    },
  },
})
