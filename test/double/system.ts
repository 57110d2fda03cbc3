import { answerTest, test } from './main-side.ts'
import { strict } from './strict.ts'

type Respond = (request: Request) => Response | Promise<Response>
const schemes = new Map<string, Respond>()
const privileged = new Set<string>()

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (list: readonly { scheme: string; privileges: { standard?: boolean; secure?: boolean } }[]) => {
    for (const { scheme, privileges } of list) if (privileges.standard && privileges.secure) privileged.add(scheme)
  },
  handle: (scheme: string, respond: Respond) => {
    if (!privileged.has(scheme)) throw new Error(`electron double: only privileged schemes are modelled, ${scheme} is none`)
    schemes.set(scheme, respond)
  },
})

answerTest('protocol.fetch', async ({ url, method }: { url: string; method: string }) => {
  const respond = schemes.get(new URL(url).protocol.slice(0, -1))
  if (respond === undefined) throw new Error(`electron double: nobody serves ${url}`)
  const response = await respond(new Request(url, { method }))
  return { status: response.status, headers: Object.fromEntries(response.headers), body: new Uint8Array(await response.arrayBuffer()) }
})

type Decide = (isGranted: boolean) => void
let requestHandler: ((contents: unknown, permission: string, decide: Decide) => void) | undefined
let checkHandler: ((contents: unknown, permission: string) => boolean) | undefined
let deviceHandler: ((details: unknown) => boolean) | undefined

export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    setPermissionRequestHandler: (handler: typeof requestHandler) => { requestHandler = handler },
    setPermissionCheckHandler: (handler: typeof checkHandler) => { checkHandler = handler },
    setDevicePermissionHandler: (handler: typeof deviceHandler) => { deviceHandler = handler },
  }),
})

/** What a page that asks for a permission gets; Electron grants what nobody handles. */
answerTest('permission.ask', async (permission: string) => ({
  request: requestHandler === undefined ? true : await new Promise<boolean>((decide) => requestHandler?.(null, permission, decide)),
  check: checkHandler?.(null, permission) ?? true,
  device: deviceHandler?.({ deviceType: permission }) ?? true,
}))

export const shell = strict('shell', {
  openExternal: async (url: string) => { await test.ask('shell.openExternal', url) },
})

/** Dialogs answer only what the test has queued. */
const ask = (method: string) => async (...args: readonly unknown[]) => test.ask('dialog.show', { method, options: args.at(-1) })

export const dialog = strict('dialog', {
  showSaveDialog: ask('showSaveDialog'),
  showOpenDialog: ask('showOpenDialog'),
  showMessageBox: ask('showMessageBox'),
  showErrorBox: (title: string, content: string) => void test.ask('dialog.error', { title, content }),
})
