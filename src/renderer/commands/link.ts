import { selectedLink, straightenSelected, whyNoStraighten } from '../canvas/link-actions.ts'
import type { Command, Desk } from './command.ts'

const needsLink = ({ canvas }: Desk): string | undefined => (selectedLink(canvas) === undefined ? 'Select the one link first.' : undefined)

/** What changes how a link runs and where it ends. */
export const LINK: readonly Command[] = [
  {
    id: 'link.bend',
    label: 'Bend the link',
    section: 'Edit',
    menus: ['link'],
    keys: ['B'],
    words: 'line corner segment move by hand',
    whyNot: needsLink,
    run: ({ canvas }) => {
      const link = selectedLink(canvas)
      if (link) canvas.reveal([link])
      canvas.bendsAsked += 1
    },
  },
  { id: 'link.straighten', label: 'Straighten', section: 'Edit', menus: ['link', 'many'], keys: ['Shift+B'], words: 'line unbend remove bends corner', whyNot: ({ canvas }) => whyNoStraighten(canvas), run: ({ canvas }) => straightenSelected(canvas) },
  {
    id: 'link.reconnect',
    label: 'Reconnect an end…',
    section: 'Edit',
    menus: ['link'],
    keys: ['Shift+C'],
    icon: 'route',
    words: 'link move end target change',
    whyNot: needsLink,
    run: ({ canvas }) => {
      const link = selectedLink(canvas)
      if (link) canvas.asking = { kind: 'reconnect', link }
    },
  },
]
