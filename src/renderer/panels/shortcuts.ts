/** What the panels do on a key; the canvas has keys of its own. */
export type EditorCommand = 'problems' | 'next-problem' | 'previous-problem' | 'keys' | 'inspector' | 'find' | 'export' | 'patterns'

/** As much of a keyboard event as is needed. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'target'>

function isTyping(target: EventTarget | null): boolean {
  const element = target as { readonly tagName?: string; readonly isContentEditable?: boolean } | null
  return element?.isContentEditable === true || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element?.tagName ?? '')
}

/** The command of a key, if it has one. Keys that type something do nothing while the person types. */
export function editorCommandFor(event: Pressed): EditorCommand | undefined {
  const isMod = event.ctrlKey || event.metaKey
  if (event.altKey) return undefined
  if (event.key === 'F8' && !isMod) return event.shiftKey ? 'previous-problem' : 'next-problem'
  if (isMod && event.shiftKey && event.key.toLowerCase() === 'm') return 'problems'
  if (isMod && event.shiftKey && event.key.toLowerCase() === 'e') return 'export'
  if (isMod && !event.shiftKey && ['f', 'k'].includes(event.key.toLowerCase())) return 'find'
  if (isTyping(event.target)) return undefined
  if (isMod && !event.shiftKey && event.key === 'Enter') return 'inspector'
  if (isMod) return undefined
  if (event.key === '?') return 'keys'
  return !event.shiftKey && event.key.toLowerCase() === 'p' ? 'patterns' : undefined
}
