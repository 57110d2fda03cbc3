import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

// The layers: renderer -> shared <- main, and inside main and renderer each outside library has one home.
// ESLint keeps one option list per rule and file, so every folder gets its whole list of bans at once.
const bans = {
  sdk: { group: ['@aws-sdk/*', '@smithy/*'], message: 'The AWS SDK stops at src/main/aws: pass a snapshot instead.' },
  sql: { group: ['better-sqlite3'], message: 'SQL stops at src/main/library: call the library instead.' },
  flow: { group: ['@xyflow/*'], message: 'Svelte Flow stops at src/renderer/canvas: pass our own geometry instead.' },
  electron: { group: ['electron', 'electron/*'], message: 'Electron stops at the desktop host and its preload: give the service a function instead.' },
  svelte: { group: ['svelte', 'svelte/*', '*.svelte'], message: 'Svelte lives in src/renderer: keep this plain TypeScript.' },
  node: { group: ['node:*', 'fs', 'fs/*', 'path', 'os', 'crypto', 'url', 'util', 'child_process', 'worker_threads', 'http', 'stream', 'events'], message: 'Node is main\'s: call it through the contract in src/shared/api.ts.' },
  main: { regex: '(^|/)main/', message: 'renderer and shared never import main: call it through the contract in src/shared/api.ts.' },
  renderer: { regex: '(^|/)renderer/', message: 'main and shared never import the renderer: move the shared part down into src/shared.' },
  outside: { regex: '^(?!\\.|zod$|yaml$|elkjs)', message: 'src/shared may import its own files, zod and yaml only: take the result as plain data instead.' },
}

const layer = (files, names, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns: names.map((name) => bans[name]) }] },
})

const impure = [
  ['Date', 'now', 'Pass the time in as an argument.'],
  ['Math', 'random', 'Pass ids and seeds in as arguments.'],
].map(([object, property, message]) => ({ object, property, message }))

const ambient = ['console', 'process', 'window', 'document', 'globalThis', 'setTimeout', 'setInterval', 'performance', 'fetch', 'crypto', 'navigator', 'localStorage']
  .map((name) => ({ name, message: 'src/shared is pure: take it as an argument instead.' }))

export default ts.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'test-results/', '.tmp/', 'src/renderer/generated/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-undef': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  // The rule cannot tell a Set that lives for one call from one that is state.
  { files: ['**/*.svelte', '**/*.svelte.ts'], rules: { 'svelte/prefer-svelte-reactivity': 'off' } },
  { files: ['src/**'], rules: { 'no-console': 'error' } },
  layer(['src/shared/**/*.ts'], ['node', 'electron', 'svelte', 'main', 'renderer', 'outside']),
  {
    files: ['src/shared/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...impure],
      'no-restricted-globals': ['error', ...ambient],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Pass the time in as an argument.' }],
    },
  },
  layer(['src/main/**/*.ts'], ['sdk', 'sql', 'flow', 'electron', 'svelte', 'renderer'], ['src/main/aws/**', 'src/main/library/**', 'src/main/electron.ts', 'src/main/preload.ts', 'src/main/desktop/**']),
  layer(['src/main/aws/**/*.ts'], ['sql', 'flow', 'electron', 'svelte', 'renderer']),
  layer(['src/main/library/**/*.ts'], ['sdk', 'flow', 'electron', 'svelte', 'renderer']),
  layer(['src/main/electron.ts', 'src/main/preload.ts', 'src/main/desktop/**/*.ts'], ['sdk', 'sql', 'flow', 'svelte', 'renderer']),
  layer(['src/renderer/**/*.{ts,svelte}'], ['sdk', 'sql', 'flow', 'electron', 'node', 'main'], ['src/renderer/canvas/**']),
  layer(['src/renderer/canvas/**/*.{ts,svelte}'], ['sdk', 'sql', 'electron', 'node', 'main']),
)
