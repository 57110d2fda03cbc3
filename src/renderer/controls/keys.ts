const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform)

/**
 * A shortcut as this machine's keyboard names it.
 * @example keysFor('Mod+Shift+M') // 'Ctrl+Shift+M', or '⇧⌘M' on a Mac
 */
export function keysFor(shortcut: string, mac = isMac): string {
  if (!mac) return shortcut.replace('Mod', 'Ctrl')
  const parts = shortcut.split('+')
  const key = parts.pop() ?? ''
  const signs: Readonly<Record<string, string>> = { Alt: '⌥', Shift: '⇧', Mod: '⌘' }
  return Object.entries(signs).map(([name, sign]) => (parts.includes(name) ? sign : '')).join('') + key
}
