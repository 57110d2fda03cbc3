import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Namespaces, sweepRemains } from './namespaces.ts'
import { describeWithSpeaker } from './speaker.ts'

describeWithSpeaker('the namespaces of the BGP tests', () => {
  it('of a run that crashed go with the next one, with what runs in them; those of a living run stay', async () => {
    const dead = spawnSync('true').pid
    const name = `causeway-bgp-${dead}-0`
    execFileSync('ip', ['netns', 'add', `${name}-hub`])
    mkdirSync(join(tmpdir(), name))
    const daemon = spawn('ip', ['netns', 'exec', `${name}-hub`, 'sleep', '600'])
    await expect.poll(() => spawnSync('ip', ['netns', 'pids', `${name}-hub`], { encoding: 'utf8' }).stdout).not.toBe('')
    const ended = once(daemon, 'exit')
    const living = new Namespaces(1)
    try {
      sweepRemains()
      await ended
      expect(existsSync(join('/run/netns', `${name}-hub`))).toBe(false)
      expect(existsSync(join(tmpdir(), name))).toBe(false)
      expect(existsSync(join('/run/netns', living.names[0] ?? ''))).toBe(true)
    } finally {
      living.remove()
    }
    expect(existsSync(join('/run/netns', living.names[0] ?? ''))).toBe(false)
    expect(existsSync(living.folder)).toBe(false)
  })
})
