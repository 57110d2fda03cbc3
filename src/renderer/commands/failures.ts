import { toggleSelected } from '../state/switches.ts'
import { type Command, needsSelection } from './command.ts'

/** Rehearsing failures. */
export const FAILURES: readonly Command[] = [
  {
    id: 'failure.toggle',
    label: 'Switch the selection off, or on again',
    section: 'Failures',
    keys: ['X'],
    icon: 'power',
    words: 'fail break',
    whyNot: needsSelection,
    run: ({ session }) => void toggleSelected(session),
  },
  {
    id: 'failure.end',
    label: 'Switch everything on again',
    section: 'Failures',
    icon: 'power',
    words: 'repair failures end',
    whyNot: ({ session }) => (session.failed.size === 0 ? 'Nothing is switched off.' : undefined),
    run: ({ session }) => session.switchEverythingOn(),
  },
]
