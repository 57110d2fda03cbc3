import { expect, it } from 'vitest'
import { browserCommand } from '../../../../src/main/loopback/open-browser.ts'

it.each([
  ['linux', {}, undefined],
  ['linux', { DISPLAY: ':0' }, ['xdg-open']],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open']],
  ['darwin', {}, ['open']],
  ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler']],
] as const)('on %s with %j the browser is opened by %j', (platform, env, command) => {
  expect(browserCommand(platform, env)).toEqual(command)
})
