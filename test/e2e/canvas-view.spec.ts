import type { Page } from '@playwright/test'
import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'

/** Where a thing is, once the view has come to rest. */
async function at(hand: CanvasHand, name: RegExp): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y } = await hand.box(hand.thing(name))
  return { x: Math.round(x), y: Math.round(y) }
}

async function oneGateway(page: Page): Promise<CanvasHand> {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await hand.place('Transit gateway', 300, 200)
  return hand
}

test('the wheel moves the view, with Mod it zooms, and Space or the middle button drags it', async ({ page }) => {
  const hand = await oneGateway(page)
  const start = await at(hand, /TGW 1/)
  const canvas = await hand.box(hand.canvas)
  const middle = { x: canvas.x + 500, y: canvas.y + 300 }
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.wheel(30, 50)
  await expect.poll(() => at(hand, /TGW 1/)).toEqual({ x: start.x - 30, y: start.y - 50 })

  await page.mouse.down({ button: 'middle' })
  await page.mouse.move(middle.x + 30, middle.y + 50, { steps: 4 })
  await page.mouse.up({ button: 'middle' })
  await expect.poll(() => at(hand, /TGW 1/)).toEqual(start)

  await hand.canvas.focus()
  await page.keyboard.down(' ')
  await hand.drag(middle, { x: middle.x + 40, y: middle.y - 60 })
  await page.keyboard.up(' ')
  await expect.poll(() => at(hand, /TGW 1/)).toEqual({ x: start.x + 40, y: start.y - 60 })
  await expect(hand.canvas.locator('.svelte-flow__node[aria-pressed=true]'), 'what was selected stays selected').toHaveCount(1)

  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await expect(page.getByRole('button', { name: /Zoom to 100 %/ })).not.toHaveText('100 %')
})

test('the overview map takes the view to where it is clicked', async ({ page }) => {
  const hand = await oneGateway(page)
  const map = page.getByRole('img', { name: 'Overview map' })
  const before = await at(hand, /TGW 1/)
  await map.click({ position: { x: 20, y: 20 } })
  await expect.poll(async () => (await at(hand, /TGW 1/)).x).toBeGreaterThan(before.x)
})

test('a link is picked by its line, and its painted picture is really there', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await hand.place('Customer gateway device', 120, 200)
  await hand.place('Transit gateway', 620, 200)
  await hand.connect(hand.thing(/Customer gateway 1/), hand.thing(/TGW 1/))
  await expect(hand.thing(/VPN 1/)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(hand.thing(/VPN 1/)).toHaveAttribute('aria-pressed', 'false')
  const [a, b] = [await hand.box(hand.thing(/Customer gateway 1/)), await hand.box(hand.thing(/VPN 1/))]
  await page.mouse.click((a.x + a.width + b.x) / 2 - 10, b.y + b.height / 2)
  await expect(hand.thing(/VPN 1/)).toHaveAttribute('aria-pressed', 'true')

  const colours = await hand.canvas.locator('canvas').first().evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
    const seen = new Set<string>()
    for (let offset = 0; offset < data.length; offset += 4) seen.add(`${data[offset]},${data[offset + 1]},${data[offset + 2]}`)
    return seen.size
  })
  expect(colours).toBeGreaterThan(50)
})

test('a traced path lights up on the canvas', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await hand.place('VPC', 560, 240)
  await hand.place('Subnet', 560, 260)
  await hand.place('Virtual private gateway', 560, 240)
  await hand.place('Site', 120, 240)
  await hand.place('Customer gateway device', 120, 260)
  await hand.connect(hand.thing(/Customer gateway 1/), hand.thing(/VGW 1/), /^VPN connection/)
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'Trace' }).click()
  const form = page.getByRole('form', { name: 'Trace a flow' })
  for (const [end, name] of [['From', 'Site 1'], ['To', 'Subnet 1']] as const) {
    await form.getByRole('combobox', { name: end, exact: true }).fill(name)
    await form.getByRole('combobox', { name: end, exact: true }).press('Tab')
  }
  await form.getByRole('button', { name: 'Trace' }).click()
  for (const passed of [/Customer gateway 1.*on the traced path/, /VPN 1.*on the traced path/, /VGW 1.*on the traced path/]) await expect(hand.thing(passed)).toBeVisible()
  await expect(hand.frame(/Subnet 1.*on the traced path/)).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(hand.thing(/on the traced path/)).toHaveCount(0)
})
