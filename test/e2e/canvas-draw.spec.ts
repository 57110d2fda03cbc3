import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'

const all = ['Availability Zone us-east-1a', 'Availability Zone us-east-1b', 'Customer gateway 1', 'Region us-east-1', 'Site 1', 'Subnet 1', 'Subnet 2', 'VPC 1', 'VPN 1', 'Virtual private gateway VGW 1']

test('a network is drawn by hand, connected, routed, undone and redone', async ({ page, app }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await hand.drawHybrid()
  await expect(hand.frame(/VPC 1, 10\.0\.0\.0\/16/)).toHaveAttribute('aria-description', /in Region us-east-1/)
  await expect(hand.frame(/Subnet 2, 10\.0\.1\.0\/24/)).toHaveAttribute('aria-description', /in Availability Zone us-east-1b/)
  await expect(hand.thing(/VGW 1/)).toHaveAttribute('aria-description', /in VPC 1/)

  await hand.connect(hand.thing(/Customer gateway 1/), hand.thing(/VGW 1/), /^VPN connection/)
  await expect(hand.thing(/VPN 1/)).toHaveAttribute('aria-description', /between Customer gateway 1 and Virtual private gateway VGW 1, selected/)
  const offer = page.getByRole('button', { name: /Add the (\d+ )?routes? this link needs/ })
  await expect(offer).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(offer).toBeHidden()
  await expect(hand.thing(/Customer gateway 1.*single point of failure/)).toBeVisible()
  expect(await hand.names()).toEqual(all)

  for (let step = 0; step < 11; step++) await page.keyboard.press('Control+z')
  await expect(hand.canvas.locator('.svelte-flow__node')).toHaveCount(0)
  for (let step = 0; step < 11; step++) await page.keyboard.press(step % 2 === 0 ? 'Control+Shift+z' : 'Control+y')
  await expect(hand.thing(/VPN 1/)).toBeVisible()
  expect(await hand.names()).toEqual(all)
  await hand.saved()

  const again = new CanvasHand(await app.killAndRestart())
  await again.page.getByRole('button', { name: 'Untitled design', exact: true }).click()
  await expect(again.thing(/Customer gateway 1.*single point of failure/)).toBeVisible()
  expect(await again.names()).toEqual(all)
})

test('what may not be put somewhere is refused with the reason', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await hand.place('VPC', 400, 260)
  await hand.place('Customer gateway device', 400, 300)
  await expect(page.getByText('A customer gateway device belongs in a site or on the bare canvas.')).toBeVisible()
  await hand.place('Subnet', 40, 40)
  await expect(page.getByText('A subnet belongs in a VPC or in an Availability Zone.')).toBeVisible()
  expect(await hand.names()).toEqual(['VPC 1'])

  await hand.place('Customer gateway device', 80, 60)
  await hand.move(hand.thing(/Customer gateway 1/), 320, 200)
  expect(await hand.names()).toEqual(['Customer gateway 1', 'VPC 1'])
  await expect(hand.thing(/Customer gateway 1/)).not.toHaveAttribute('aria-description', /in VPC/)
})

test('a link that makes no sense is not drawn, and one that needs a gateway says so', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await hand.place('VPC', 560, 260)
  await hand.place('Site', 120, 240)
  await hand.place('Customer gateway device', 120, 260)
  await hand.connect(hand.thing(/Customer gateway 1/), hand.frame(/VPC 1/))
  await expect(page.getByText(/attach one to the VPC first/)).toBeVisible()
  expect(await hand.names()).toEqual(['Customer gateway 1', 'Site 1', 'VPC 1'])
})
