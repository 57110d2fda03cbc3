import { AWS_ICONS } from './generated.ts'
import type { Icon } from './icon.ts'

export type { Icon, IconPath } from './icon.ts'

/** A shape of our own where a kind has no official icon: a plain rounded square. */
const NEUTRAL: Icon = {
  viewBox: '0 0 48 48',
  paths: [{ d: 'M12 6h24a6 6 0 0 1 6 6v24a6 6 0 0 1-6 6H12a6 6 0 0 1-6-6V12a6 6 0 0 1 6-6zm0 3a3 3 0 0 0-3 3v24a3 3 0 0 0 3 3h24a3 3 0 0 0 3-3V12a3 3 0 0 0-3-3z', fill: '#7d8998', rule: 'evenodd' }],
}

/** The icon with the name (a kind's `icon`, or a path in the official set); a neutral shape for an unknown name. */
export function iconOf(name: string | undefined): Icon {
  return name !== undefined && Object.hasOwn(AWS_ICONS, name) ? (AWS_ICONS[name] ?? NEUTRAL) : NEUTRAL
}
