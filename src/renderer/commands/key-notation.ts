/** What of a key event matters for finding its command. */
export type KeyLike = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

const SIGNS: Readonly<Record<string, string>> = { Minus: '-', Equal: '=', BracketLeft: '[', BracketRight: ']', Quote: "'", Period: '.', Comma: ',', Slash: '/' }
const NAMED: Readonly<Record<string, string>> = { ' ': 'Space' }

/** What the physical key bears on the usual keyboard; undefined for keys that are the same everywhere. */
function engraved(code: string): string | undefined {
  return /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).find((part) => part !== undefined) ?? SIGNS[code]
}

/**
 * How a key press is written in `Command.keys`, best first: `Mod+Shift+Z`, `Alt+A`, `Delete`, `?`. Mod is Ctrl, or ⌘ on a Mac.
 * A sign that was typed is written without the Shift it may have needed, so `?` is `?` on every keyboard. What the key bears on
 * the usual keyboard comes after what it types: digits under Shift, letters under Alt on a Mac, other alphabets.
 */
export function notationsOf(event: KeyLike): readonly string[] {
  const { key, code } = event
  const mods = `${event.ctrlKey || event.metaKey ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}`
  const shift = event.shiftKey ? 'Shift+' : ''
  const isLetter = /^[a-z]$/i.test(key)
  const isSign = key.length === 1 && !isLetter && !/^[\d ]$/.test(key)
  const typed = isSign ? [`${mods}${key}`] : [`${mods}${shift}${isLetter ? key.toUpperCase() : (NAMED[key] ?? key)}`]
  const bears = engraved(code)
  return bears === undefined || isLetter ? typed : [...new Set([...typed, `${mods}${shift}${bears}`])]
}
