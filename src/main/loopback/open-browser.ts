import { spawn } from 'node:child_process'

/** The command that opens an address in the person's browser; undefined where there is no screen. */
export function browserCommand(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): readonly string[] | undefined {
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined
}

/** Opens the address in the person's browser where that is possible; the printed address serves where it is not. */
export function openBrowser(address: string): void {
  const [program, ...args] = browserCommand(process.platform, process.env) ?? []
  if (program === undefined) return
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
