import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from '../harness/root.ts'

interface Measured {
  readonly contestant: string
  readonly paint: number
  readonly read: number
  readonly heap: number
  readonly samples: { readonly pan: { readonly steps: number; readonly intervals: readonly number[]; readonly cpu: { readonly main: number } } }
}

test('the canvas bench opens its contestants and measures them', async () => {
  const file = test.info().outputPath('bench.json')
  const table = execFileSync(process.execPath, [join(root, 'test', 'bench', 'canvas', 'bench.ts'), '--sizes', '100', '--rounds', '1', '--operations', 'pan', '--json', file], { encoding: 'utf8' })
  const { rounds } = JSON.parse(await readFile(file, 'utf8')) as { readonly rounds: readonly Measured[] }
  expect(rounds.map(({ contestant }) => contestant).sort()).toEqual(['Causeway', 'React Flow', 'Svelte Flow', 'bare canvas'])
  for (const { contestant, paint, read, heap, samples: { pan } } of rounds) {
    expect(table).toContain(`| ${contestant} |`)
    expect([read > 0, paint > read, heap > 0.5, pan.steps > 10, pan.intervals.length > 5, pan.cpu.main > 0], contestant).toEqual([true, true, true, true, true, true])
  }
})
