const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago something happened, as a person would say it; after a week, the date. */
export function whenOf(then: number, now: number, dateOf: (time: number) => string): string {
  const ago = Math.max(0, now - then)
  if (ago < MINUTE) return 'Just now'
  if (ago < HOUR) return `${Math.floor(ago / MINUTE)} min ago`
  if (ago < DAY) return `${Math.floor(ago / HOUR)} h ago`
  if (ago < 7 * DAY) return Math.floor(ago / DAY) === 1 ? 'Yesterday' : `${Math.floor(ago / DAY)} days ago`
  return dateOf(then)
}
