import { expect, test } from '../harness/index.ts'
import { serveWith, type Serving } from '../harness/loopback.ts'
import { root } from '../harness/root.ts'

let running: Serving | undefined
test.afterEach(async () => {
  await running?.stop('SIGKILL')
  running = undefined
})

test('npm start without Electron says so in one line and ends in a designer that a browser can open', async ({ browser, library }) => {
  running = await serveWith(['scripts/node.js', 'start', '--no-open', '--library', library], { ELECTRON_OVERRIDE_DIST_PATH: `${root}/no-such-folder` })
  expect(running.output().split('\n')).toContain('Electron is not installed (npx install-electron fetches it): Causeway runs in your browser instead.')
  const page = await (await browser.newContext()).newPage()
  await page.goto(running.address)
  await expect(page).toHaveTitle(/Causeway/)
  expect(await running.stop('SIGTERM')).toBe(0)
})
