import { run } from './run.ts'

process.exitCode = run('electron-vite', ['build', '--logLevel', 'warn'])
