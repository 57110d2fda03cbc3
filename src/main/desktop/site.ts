/** Where the desktop's window lives: a scheme of its own, so that no file and no web page shares its origin. */
export const scheme = 'app'
export const origin = `${scheme}://causeway`
export const startUrl = `${origin}/`

/** Channels between preload and main; nothing else is listened to. */
export const callChannel = 'causeway:call'
export const eventChannel = 'causeway:event'

/** True for a URL of the window's own origin. */
export function isOwnUrl(url: string): boolean {
  return url === origin || url.startsWith(startUrl)
}
