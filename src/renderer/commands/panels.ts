import { blocksOf } from '../../shared/document/addresses/renumber.ts'
import { DOCK_TABS, type DockTab } from '../panels/view.svelte.ts'
import { type Command, type Desk, ON_THINGS } from './command.ts'

const TITLES: Readonly<Record<DockTab, string>> = { problems: 'Problems', intents: 'Intents', trace: 'Trace', failures: 'Failures', timeline: 'Timeline', addresses: 'IP plan' }
const KEYS: Partial<Readonly<Record<DockTab, string>>> = { problems: 'Mod+Shift+M', addresses: 'A' }
/** Besides what they are called. */
const WORDS: Partial<Readonly<Record<DockTab, string>>> = { addresses: 'ipam pools cidr blocks free space' }

/** Opens the field, or goes back to it. */
function openFind({ panels }: Desk): void {
  panels.isFindOpen = true
  document.querySelector<HTMLElement>('[role="dialog"][aria-label="Find on the canvas"] [data-autofocus]')?.focus()
}

/** Opens a panel and takes the keyboard there; closes it when the keyboard is there already. */
function openPanel({ panels, keepLayout, focusPanel, focusCanvas, isAtPanel }: Desk, tab: DockTab): void {
  const closes = isAtPanel() && panels.isDockOpen && panels.tab === tab
  if (closes) panels.isDockOpen = false
  else panels.show(tab)
  keepLayout()
  if (closes) focusCanvas()
  else focusPanel()
}

/** The panels around the canvas. */
export const PANELS: readonly Command[] = [
  ...DOCK_TABS.map(
    (tab): Command => ({
      id: `panel.${tab}`,
      label: TITLES[tab],
      section: 'Panels',
      ...(KEYS[tab] === undefined ? {} : { keys: [KEYS[tab]] }),
      heard: KEYS[tab]?.startsWith('Mod') === false ? 'editor' : 'always', // a letter is not heard where text is typed
      words: `panel show open ${WORDS[tab] ?? ''}`.trim(),
      isChecked: ({ panels }) => panels.isDockOpen && panels.tab === tab,
      run: (desk) => openPanel(desk, tab),
    }),
  ),
  { id: 'panel.matrix', label: 'Matrix of who reaches whom…', section: 'Panels', icon: 'grid', words: 'reachability panel', run: ({ panels }) => (panels.isMatrixOpen = true) },
  { id: 'panel.review', label: 'Review settings…', section: 'Panels', icon: 'sliders', words: 'rules severities profile quotas limits waivers', run: ({ panels }) => (panels.isReviewOpen = true) },
  { id: 'panel.assumptions', label: 'Assumptions…', section: 'Panels', words: 'availability sla timers', run: ({ panels }) => (panels.isAssumptionsOpen = true) },
  { id: 'panel.properties', label: 'Properties', section: 'Panels', keys: ['Mod+Enter'], menus: [...ON_THINGS, 'intent'], heard: 'editor', icon: 'sliders', words: 'inspector panel', run: ({ focusProperties }) => focusProperties() },
  {
    id: 'trace.from',
    label: 'Trace a flow from here…',
    section: 'Panels',
    icon: 'route',
    menus: ['node', 'frame'],
    words: 'path packet',
    whyNot: ({ canvas, panels }) => {
      const resource = canvas.index.get(canvas.onlySelected)
      return resource && panels.canTrace(resource) ? undefined : 'Select the one resource that a flow can start at.'
    },
    run: ({ canvas, panels }) => canvas.onlySelected && panels.traceFrom(canvas.onlySelected),
  },
  {
    id: 'addresses.renumber',
    label: 'Renumber…',
    section: 'Edit',
    keys: ['Shift+A'],
    menus: ['frame'],
    words: 'cidr block ip address change move',
    whyNot: ({ canvas }) => {
      const resource = canvas.index.get(canvas.onlySelected)
      return resource && blocksOf(resource).length > 0 ? undefined : 'Select the one VPC, subnet, site or gateway whose block is to change.'
    },
    run: ({ canvas, panels }) => {
      if (canvas.onlySelected) panels.renumbering = { owner: canvas.onlySelected }
    },
  },
  { id: 'panel.canvas', label: 'Go to the canvas', section: 'Panels', run: ({ focusCanvas }) => focusCanvas() },
  ...([1, -1] as const).map(
    (by): Command => ({
      id: by === 1 ? 'panel.next' : 'panel.previous',
      label: by === 1 ? 'Go to the next part of the window' : 'Go to the previous part of the window',
      section: 'Panels',
      keys: [by === 1 ? 'F6' : 'Shift+F6'],
      heard: 'always',
      words: 'palette canvas panel properties bar focus',
      run: ({ focusPart }) => focusPart(by),
    }),
  ),
  { id: 'find.open', label: 'Find on the canvas…', section: 'Panels', keys: ['Mod+F'], heard: 'always', icon: 'search', words: 'search on the canvas', run: openFind },
  ...([1, -1] as const).map(
    (by): Command => ({
      id: by === 1 ? 'problem.next' : 'problem.previous',
      label: by === 1 ? 'Go to the next problem' : 'Go to the previous problem',
      section: 'Panels',
      keys: [by === 1 ? 'F8' : 'Shift+F8'],
      heard: 'always',
      words: 'finding error warning',
      sheet: { does: 'Next, previous problem', keys: by === 1 ? 'F8' : 'Shift+F8' },
      whyNot: ({ problems }) => (problems.shown.length === 0 ? 'No problems are on show.' : undefined),
      run: ({ panels, problems }) => {
        panels.show('problems')
        problems.step(by)
      },
    }),
  ),
  {
    id: 'problem.fix',
    label: 'Fix the problem at hand…',
    section: 'Panels',
    keys: ['Alt+F8'],
    heard: 'always',
    words: 'finding remedy preview diff',
    whyNot: ({ problems, session }) => {
      if (problems.atHand === undefined) return 'No problem is at hand; F8 goes to the next one.'
      if (problems.atHand.fixes.length === 0 || problems.atHand.waiver) return 'This problem has no fix that Causeway can make.'
      return session.isAnalysing ? 'The design is being checked.' : undefined
    },
    run: ({ problems, panels }) => {
      const [fix] = problems.atHand?.fixes ?? []
      if (problems.atHand && fix) panels.toFix = { findings: [problems.atHand], fix }
    },
  },
]
