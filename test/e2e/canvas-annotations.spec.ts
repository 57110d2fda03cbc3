import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'

test('a note and a frame are put on the canvas, written on, a frame takes along what it is drawn around, and a legend lists what is drawn', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await hand.place('Site', 300, 260)
  await hand.place('Frame', 300, 260)
  await hand.place('Note', 680, 160)
  await page.getByLabel('Notes', { exact: true }).fill('The head office. Its line is ordered from two carriers, and both end in the same building.')
  await page.keyboard.press('Tab')
  await expect(hand.thing(/Note 1/)).toHaveAttribute('aria-description', /selected/)
  const [site, note] = [await hand.box(hand.frame(/Site 1/)), await hand.box(hand.thing(/Note 1/))]
  expect(note.height).toBeGreaterThan(90)
  const frame = await hand.box(hand.thing(/Frame 1/))
  await hand.drag({ x: frame.x + 60, y: frame.y + 12 }, { x: frame.x + 140, y: frame.y + 92 })
  await expect.poll(async () => (await hand.box(hand.frame(/Site 1/))).x).toBe(site.x + 80)
  expect((await hand.box(hand.thing(/Note 1/))).x).toBe(note.x)
  await hand.place('Legend', 640, 420)
  const legend = hand.thing(/Legend 1/)
  await expect(legend).toHaveAttribute('aria-description', /lists nothing yet/)
  await hand.place('Customer gateway device', 380, 360)
  await hand.place('Virtual private gateway', 620, 330)
  await hand.connect(hand.thing(/Customer gateway 1/), hand.thing(/VGW 1/), /^VPN connection/)
  await expect(legend).toHaveAttribute('aria-description', /lists VPN connection, two tunnels/)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(legend).toHaveAttribute('aria-description', /lists (?!VPN)/)
})
