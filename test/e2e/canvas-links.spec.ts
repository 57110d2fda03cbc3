import type { Page } from '@playwright/test'
import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'
import type { HostUnderTest } from './harness/host.ts'
import { saved } from './panels-sample.ts'

interface Saved {
  readonly bends?: Record<string, { readonly points: readonly { readonly x: number; readonly y: number }[] }>
  readonly resources: Record<string, Record<string, unknown>>
}

async function design(page: Page, app: HostUnderTest): Promise<Saved> {
  await saved(page)
  await page.getByRole('button', { name: 'Export' }).click()
  return JSON.parse((await app.saved(() => page.getByRole('menuitem', { name: /^Design file/ }).click())).bytes.toString()) as Saved
}

test('a link is bent, straightened and given another end, by hand and by keys', async ({ page, app }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await hand.drawHybrid()
  await hand.place('Customer gateway device', 120, 320)
  await hand.connect(hand.thing(/Customer gateway 1/), hand.thing(/VGW 1/), /^VPN connection/)
  const link = hand.thing(/^VPN 1|VPN connection/)
  await expect(link).toHaveAttribute('aria-pressed', 'true')

  // By keys: B goes to the bends, arrows move one, undo takes the steps back as one.
  await page.getByRole('application', { name: 'Canvas' }).focus()
  await page.keyboard.press('b')
  const piece = page.getByRole('group', { name: 'Bends and ends' }).getByRole('button', { name: /^Level piece/ })
  await expect(piece.first()).toBeFocused()
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('ArrowUp')
  const bent = await design(page, app)
  expect(Object.values(bent.bends ?? {}).map(({ points }) => points.length > 1)).toEqual([true])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  expect((await design(page, app)).bends).toBeUndefined()

  // By hand: a piece is pulled, and the menu straightens it.
  await link.click()
  const grip = await hand.box(piece.first())
  await hand.drag({ x: grip.x + 12, y: grip.y + 12 }, { x: grip.x + 12, y: grip.y + 92 })
  expect((await design(page, app)).bends).toBeDefined()
  await link.click({ button: 'right', force: true }) // a handle may lie over it, which is part of it
  await page.getByRole('menuitem', { name: /^Straighten/ }).click()
  expect((await design(page, app)).bends).toBeUndefined()

  // Its first end goes to the other device: from the list, then back by hand.
  const [vpn] = Object.keys((await design(page, app)).resources).filter((id) => id.startsWith('vpn-connection:'))
  const deviceOf = async (): Promise<unknown> => (await design(page, app)).resources[vpn ?? '']?.['CustomerGatewayId']
  const first = await deviceOf()
  await link.click()
  await page.getByRole('application', { name: 'Canvas' }).focus()
  await page.keyboard.press('Shift+C')
  await page.getByRole('combobox', { name: /^New end of/ }).fill('Customer gateway')
  await page.keyboard.press('Enter')
  await expect.poll(deviceOf).not.toBe(first)
  await expect(link).toHaveAttribute('aria-pressed', 'true')
  const end = await hand.box(page.getByRole('button', { name: 'First end' }))
  const target = await hand.box(hand.thing(/Customer gateway 1/))
  await hand.drag({ x: end.x + 12, y: end.y + 12 }, { x: target.x + target.width / 2, y: target.y + 24 })
  await expect.poll(deviceOf).toBe(first)
})
