import type { Intent } from '../../document/design.ts'
import type { DesignIndex } from '../../document/query.ts'
import type { RuleContext } from '../rule.ts'
import { type Connection, connectionsBetween } from './connections.ts'
import { type End, readEnd } from './intent-ends.ts'
import { remember } from './remember.ts'

/** An accepted intent that something must be reached, its ends, and what is drawn between them. */
export interface Want {
  readonly intent: Intent
  /** Undefined: an end that rules do not read (a gateway, a link). */
  readonly from: End | undefined
  readonly to: End | undefined
  readonly connections: readonly Connection[]
}

function wantOf(index: DesignIndex, intent: Intent): Want {
  const [from, to] = [readEnd(index, intent.from), readEnd(index, intent.to)]
  return { intent, from, to, connections: from && to ? connectionsBetween(index, from, to) : [] }
}

/** What accepted intents want reached, in order of id. */
export const wantsOf = remember(({ index, intents, carried }: RuleContext): readonly Want[] =>
  intents.filter(({ expect }) => expect === 'reach').map((intent) => carried.of((one: Intent) => wantOf(index, one), wantOf, intent)),
)
