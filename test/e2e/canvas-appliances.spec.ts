import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'

test('a software VPN and a Client VPN are drawn from nothing, and what they are for holds', async ({ page }) => {
  const hand = new CanvasHand(page)
  const offer = page.getByRole('button', { name: /Add the (\d+ )?routes? this link needs/ })
  await hand.newDesign()
  await hand.place('Region', 560, 260)
  await hand.place('VPC', 560, 260)
  await hand.place('Availability Zone', 440, 260)
  await hand.place('Subnet', 440, 260)
  await hand.place('Site', 120, 240)
  await hand.place('Customer gateway device', 120, 260)
  await hand.place('Internet gateway', 560, 400)
  await hand.place('VPN appliance', 440, 290)
  await expect(hand.thing(/VPN appliance 1/)).toHaveAttribute('aria-description', /in Subnet 1/)

  await hand.connect(hand.thing(/Customer gateway 1/), hand.thing(/VPN appliance 1/))
  await expect(hand.thing(/^Software VPN/)).toHaveAttribute('aria-description', /between Customer gateway 1 and VPN appliance 1/)
  await expect(offer).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(offer).toBeHidden()

  // Without a mouse: the filter of the palette, Enter.
  const filter = hand.palette.getByRole('searchbox')
  await filter.fill('user gr')
  await filter.press('Enter')
  await expect(hand.thing(/User group 1/)).toBeVisible()
  await filter.fill('')
  await hand.place('Client VPN endpoint', 660, 340)
  await hand.connect(hand.thing(/User group 1/), hand.thing(/Client VPN 1/))
  await expect(offer).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(offer).toBeHidden()

  await page.getByRole('tab', { name: /^Intents/ }).click()
  for (const from of ['Site 1', 'User group 1']) {
    await page.getByRole('button', { name: 'Add intent' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add intent' })
    for (const [field, end] of [['From', from], ['To', 'VPC 1']] as const) {
      await dialog.getByRole('combobox', { name: field, exact: true }).fill(end)
      await dialog.getByRole('combobox', { name: field, exact: true }).press('Enter')
    }
    await dialog.getByRole('button', { name: 'Add' }).click()
    const row = page.getByRole('listitem').filter({ hasText: from }).filter({ hasText: 'VPC 1' })
    await expect(row.first()).toContainText('Holds')
  }
})
