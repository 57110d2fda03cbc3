import { acceptIntent, dismissIntent } from '../../shared/document/commands/intents.ts'
import { sequence } from '../../shared/document/commands/sequence.ts'
import type { Intent } from '../../shared/document/design.ts'
import { statementOf } from '../../shared/simulation/intents/statement.ts'
import { declareFromSelected, endsOfLink, selectedIntents, startOfSelected } from '../canvas/intents.ts'
import { showIntentPath } from '../panels/intents/show-path.ts'
import type { Command, Desk } from './command.ts'

const needsStart = ({ canvas }: Desk): string | undefined => (startOfSelected(canvas) !== undefined || endsOfLink(canvas) ? undefined : 'Select the one thing that the intent starts from: a site, VPC, subnet, host or service, or a link between two of them.')

const suggestedOf = ({ session }: Desk): Intent[] => selectedIntents(session).filter(({ status }) => status === 'suggested')
const needsSuggested = (desk: Desk): string | undefined => (suggestedOf(desk).length > 0 ? undefined : 'Select a suggested intent.')

/** One edit for all suggested intents that are selected. */
function settle(desk: Desk, edit: typeof acceptIntent, verb: string): void {
  const { session } = desk
  const intents = suggestedOf(desk)
  const [only] = intents
  if (!only) return
  const label = intents.length === 1 ? `${verb} ${statementOf(session.index, only)}` : `${verb} ${intents.length} intents`
  session.perform(sequence(session.design, label, intents.map((intent) => (index) => edit(index.design, intent, statementOf(index, intent)))))
}

/** Accepts the suggested intents that are selected; false when there are none. */
export function acceptSelected(desk: Desk): boolean {
  const isAny = suggestedOf(desk).length > 0
  settle(desk, acceptIntent, 'Accept')
  return isAny
}

/** What must hold: declaring it, and what can be done to it. */
export const INTENTS: readonly Command[] = [
  { id: 'intent.reach', label: 'Must reach…', section: 'Intents', keys: ['R'], menus: ['node', 'link', 'frame'], icon: 'route', words: 'intent declare reachability require connect', whyNot: needsStart, run: ({ canvas }) => declareFromSelected(canvas, 'reach') },
  { id: 'intent.never', label: 'Must never reach…', section: 'Intents', keys: ['Shift+R'], menus: ['node', 'link', 'frame'], words: 'intent declare isolation forbid deny', whyNot: needsStart, run: ({ canvas }) => declareFromSelected(canvas, 'never') },
  {
    id: 'intent.why',
    label: 'Show its path, or why it is broken',
    section: 'Intents',
    menus: ['intent'],
    icon: 'route',
    words: 'intent trace why not',
    whyNot: ({ session }) => (selectedIntents(session).length === 1 ? undefined : 'Select the one intent.'),
    run: ({ session, panels }) => {
      const [intent] = selectedIntents(session)
      if (intent && showIntentPath(session, intent.id)) panels.show('trace')
    },
  },
  { id: 'intent.accept', label: 'Accept the suggested intent', section: 'Intents', menus: ['intent'], words: 'intent suggestion', whyNot: needsSuggested, run: (desk) => void acceptSelected(desk) },
  { id: 'intent.dismiss', label: 'Dismiss the suggested intent', section: 'Intents', menus: ['intent'], words: 'intent suggestion reject', whyNot: needsSuggested, run: (desk) => settle(desk, dismissIntent, 'Dismiss') },
  { id: 'tool.intent', label: 'Intent tool: drag from what must reach something', section: 'Intents', keys: ['N'], words: 'need declare draw', isChecked: ({ canvas }) => canvas.tool === 'intent', run: ({ canvas }) => (canvas.tool = canvas.tool === 'intent' ? 'select' : 'intent') },
  { id: 'view.suggestions', label: 'Suggested intents', section: 'Intents', menus: ['canvas'], words: 'intent toggle show suggestions faint', isChecked: ({ canvas }) => canvas.areSuggestionsShown, run: ({ canvas }) => (canvas.areSuggestionsShown = !canvas.areSuggestionsShown) },
]
