import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newFolder, run, writeSample } from './run.ts'

let folder: string
let design: string
beforeEach(() => {
  folder = newFolder()
  design = writeSample(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('simulate --availability', () => {
  it('cannot tell while nobody says how often the customer side fails, and says what to plan with', async () => {
    const { exit, out } = await run('simulate', design, '--availability')
    expect(exit).toBe(0)
    expect(out).toContain('cannot tell: nobody says how often fw and isp fail')
    expect(out).toMatch(/fw +\? +no figure; 99\.9 % to plan with/)
    expect(out).toMatch(/both tunnels of vpn +99\.95 % +AWS commitment \(F-AVL-1, 2022-05-05\)/)
    expect(out).not.toContain('down 2')
  })

  it('estimates with planning values when told to, and names each as its own', async () => {
    const { out } = await run('simulate', design, '--availability', '--assume-planning-values')
    // 1 - 0.999 * 0.995 * 0.9995 of 43,200 minutes
    expect(out).toContain('99.35 %: down 4 h 40 min a month')
    expect(out).toMatch(/3 h 36 min {2}isp/)
    expect(out).toMatch(/isp +99\.5 % +Causeway's planning value \(F-AVL-13\)/)
    expect(out).toContain('no promise')
  })

  it('answers in JSON with every figure, its grade and its source', async () => {
    const { out } = await run('simulate', design, '--availability', '--assume-planning-values', '--json')
    const { intents } = JSON.parse(out) as { intents: { verdict: string; availability: { lower: number; upper: number }; inputs: object[] }[] }
    expect(intents[0]?.verdict).toBe('estimated')
    expect(intents[0]?.availability.upper).toBeCloseTo(0.999 * 0.995 * 0.9995, 5)
    expect(intents[0]?.inputs).toContainEqual(expect.objectContaining({ label: 'both tunnels of vpn', availability: 0.9995, grade: 'documented', fact: 'F-AVL-1', source: expect.stringContaining('aws.amazon.com'), dated: '2022-05-05' }))
  })

  it('refuses planning values that nothing would use', async () => {
    expect(await run('simulate', design, '--assume-planning-values')).toMatchObject({ exit: 2, err: expect.stringContaining('only with --availability') })
  })
})
