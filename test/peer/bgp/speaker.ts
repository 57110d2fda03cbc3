import { describe, it } from 'vitest'
import { whyNoBgpSpeaker } from '../../setup/frr.ts'

/** A group of tests that needs real BGP speakers; where there can be none it is skipped, and says why. */
export function describeWithSpeaker(name: string, tests: () => void): void {
  const reason = whyNoBgpSpeaker()
  if (reason === undefined) {
    describe(name, tests)
    return
  }
  process.stdout.write(`${name}: skipped, because ${reason}\n`)
  describe(name, () => {
    it.skip(`skipped, because ${reason}`, () => undefined)
  })
}
