import type { Ink } from './display-list.ts'

/** Light or dark. */
export type ThemeName = 'light' | 'dark'

/** A value for every ink. */
export type Theme = Readonly<Record<Ink, string>>

/** Group frames keep AWS's own colours; text reaches 4.5:1 and lines 3:1 on the page. */
const LIGHT: Theme = {
  background: '#ffffff',
  surface: '#f4f6f8',
  plate: '#ffffff',
  text: '#1b2430',
  muted: '#586474',
  account: '#e7157b',
  region: '#00a4a6',
  vpc: '#8c4fff',
  zone: '#5f7f9c',
  'public-subnet': '#7aa116',
  'private-subnet': '#00a4a6',
  site: '#7d8998',
  link: '#5f6b7a',
  vpn: '#1a6ac0',
  'direct-connect': '#4b32c3',
  peering: '#0b7a85',
  transit: '#8c4fff',
  intent: '#9c2f78',
  error: '#c8181f',
  warning: '#9a5b00',
  advice: '#0b63b0',
  path: '#0b7a3b',
  failed: '#c8181f',
  selected: '#0a6cff',
}

const DARK: Theme = {
  background: '#11161d',
  surface: '#1a222c',
  plate: '#dfe5ec',
  text: '#e8ecf1',
  muted: '#9fabb9',
  account: '#ff5aa5',
  region: '#22b8ba',
  vpc: '#a277ff',
  zone: '#7f9ab5',
  'public-subnet': '#97bd34',
  'private-subnet': '#22b8ba',
  site: '#8b98a8',
  link: '#9fabb9',
  vpn: '#62a8f2',
  'direct-connect': '#a093ff',
  peering: '#3cc0cc',
  transit: '#a277ff',
  intent: '#e08ac4',
  error: '#ff7070',
  warning: '#f0b040',
  advice: '#6cb2ff',
  path: '#4fd67c',
  failed: '#ff7070',
  selected: '#58a6ff',
}

/** The colours of a theme. */
export function themeOf(name: ThemeName): Theme {
  return name === 'dark' ? DARK : LIGHT
}
