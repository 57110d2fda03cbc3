import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'
import { openSample, saved } from './panels-sample.ts'

test('layers are hidden, kept in a view, found again, and printed', async ({ page, app }) => {
  await openSample(page)
  const hand = new CanvasHand(page)
  const menu = page.getByRole('dialog', { name: 'Layers and views' })
  await hand.canvas.focus()
  await page.keyboard.press('l')
  await expect(menu).toBeVisible()
  await expect(hand.thing(/VPN connection/).first()).toBeVisible()
  await menu.getByRole('checkbox', { name: 'VPN and remote access' }).uncheck()
  await expect(hand.thing(/VPN connection/)).toHaveCount(0)
  await menu.getByRole('radio', { name: 'Nothing' }).check()
  await menu.getByRole('button', { name: 'Save this view' }).click()
  await page.getByRole('dialog', { name: 'Save this view' }).getByLabel('Name').fill('Without VPN')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Save this view' })).toBeHidden()

  if (!(await menu.isVisible())) await page.getByRole('button', { name: /^Layers and views/ }).click()
  await menu.getByRole('button', { name: 'Show everything' }).click()
  await expect(hand.thing(/VPN connection/).first()).toBeVisible()
  await menu.getByRole('button', { name: 'Without VPN', exact: true }).click()
  await expect(hand.thing(/VPN connection/)).toHaveCount(0)
  await page.keyboard.press('Escape')

  // What is looked for is shown, whatever layer it is on.
  await page.getByRole('button', { name: /hq-router is a single point of failure/ }).click()
  await saved(page)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: /PDF/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Export as PDF' })
  await expect(dialog.getByRole('checkbox', { name: 'A page for the saved view' })).toBeChecked()
  const file = await app.saved(() => dialog.getByRole('button', { name: 'Export' }).click())
  expect([...file.bytes.toString('latin1').matchAll(/\/Type \/Page\b/g)]).toHaveLength(2)

  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByRole('button', { name: /^Layers and views/ }).click()
  await expect(menu.getByText(/Each is also a page of the PDF/)).toBeVisible()
})
