import { app, session, shell, type WebContents } from 'electron'
import { isOwnUrl } from './site.ts'

const webSites = ['https://docs.aws.amazon.com/', 'https://aws.amazon.com/', 'https://github.com/']

/** Opens a link of the documentation in the person's own browser; every other address is ignored. */
function openOutside(url: string): void {
  if (webSites.some((site) => url.startsWith(site))) void shell.openExternal(url)
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** To be called before the app is ready: every renderer is sandboxed and confined to its own origin. */
export function confineRenderers(): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

/** A page may put what the person copies into the clipboard; it may not read it. */
const isGranted = (permission: string): boolean => permission === 'clipboard-sanitized-write'

/** To be called when the app is ready: no page is given any other permission, or any device. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => decide(isGranted(permission)))
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => isGranted(permission))
  session.defaultSession.setDevicePermissionHandler(() => false)
}
