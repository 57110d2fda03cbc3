import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'

/** Puts an item of the palette on the canvas without a pointer. */
async function pick(hand: CanvasHand, item: string): Promise<void> {
  await hand.palette.getByRole('button', { name: item, exact: true }).focus()
  await hand.page.keyboard.press('Enter')
}

test('a site is connected to a VPC with the keyboard alone', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await pick(hand, 'Site')
  await pick(hand, 'Customer gateway device')
  await expect(hand.thing(/Customer gateway 1/)).toHaveAttribute('aria-description', /in Site 1/)
  await page.keyboard.press('Escape')
  await pick(hand, 'VPC')
  await pick(hand, 'Subnet')
  await hand.canvas.focus()
  await page.keyboard.press('Escape')

  // Tab walks through the design, whatever is in view.
  const spoken: string[] = []
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('Tab')
    spoken.push((await page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split(',')[0])) ?? '')
  }
  expect(spoken.sort()).toEqual(['Customer gateway 1', 'Site 1', 'Subnet 1', 'VPC 1'])

  await page.keyboard.press('Escape')
  await hand.frame(/VPC 1/).focus()
  await page.keyboard.press('Enter')
  await pick(hand, 'Virtual private gateway')
  await expect(hand.thing(/VGW 1/)).toHaveAttribute('aria-description', /in VPC 1/)

  await hand.canvas.focus()
  await page.keyboard.press('c')
  const picker = page.getByRole('dialog', { name: /Connect Virtual private gateway VGW 1/ })
  await expect(picker).toBeVisible()
  await page.keyboard.type('customer vpn')
  await expect(picker.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(hand.thing(/VPN 1/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /this link needs/ })).toBeHidden()

  await page.keyboard.press('F2')
  await page.keyboard.type('Paris to Prod')
  await page.keyboard.press('Enter')
  await expect(hand.thing(/VPN connection Paris to Prod/)).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(hand.thing(/Paris to Prod/)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(hand.thing(/Paris to Prod/)).toBeVisible()
})

test('keys zoom, fit and hide the overview', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await pick(hand, 'Region')
  await hand.canvas.focus()
  const zoom = page.getByRole('button', { name: /Zoom to 100 %/ })
  await page.keyboard.press('Control+0')
  await expect(zoom).toHaveText('100 %')
  await page.keyboard.press('Control+-')
  await expect(zoom).toHaveText('80 %')
  await page.keyboard.press('Control+=')
  await expect(zoom).toHaveText('100 %')
  for (const key of ['Shift+Digit1', 'Shift+Digit2']) {
    await page.keyboard.press('Control+0')
    await page.keyboard.press(key)
    await expect(zoom).not.toHaveText('100 %')
    const [canvas, region] = [await hand.box(hand.canvas), await hand.box(hand.frame(/Region us-east-1/))]
    expect(region.x).toBeGreaterThan(canvas.x)
    expect(region.y + region.height).toBeLessThan(canvas.y + canvas.height)
  }
  await page.keyboard.press('m')
  await expect(page.getByRole('img', { name: 'Overview map' })).toBeHidden()
  await page.keyboard.press('m')
  await expect(page.getByRole('img', { name: 'Overview map' })).toBeVisible()
})

test('a container is resized with keys, down to what it holds and no further', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await pick(hand, 'VPC')
  await hand.canvas.focus()
  await page.keyboard.press('Control+0')
  const before = await hand.box(hand.frame(/VPC 1/))
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowDown')
  const after = await hand.box(hand.frame(/VPC 1/))
  expect([after.width - before.width, after.height - before.height]).toEqual([8, 8])
  await page.keyboard.press('Control+z')
  expect(await hand.box(hand.frame(/VPC 1/))).toEqual(before)
})

test('a Region is renamed where it stands, for all that is in it', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await pick(hand, 'Region')
  await pick(hand, 'VPC')
  await hand.frame(/Region us-east-1/).click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: /Name of Region us-east-1/ }).fill('eu-central-1')
  await page.keyboard.press('Enter')
  await expect(hand.frame(/VPC 1/)).toHaveAttribute('aria-description', /in Region eu-central-1/)
})
