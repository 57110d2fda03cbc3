import type { Page } from '@playwright/test'
import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'

/** Does something by its name in the command palette. */
async function command(page: Page, typed: string, name: RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(typed)
  await expect(palette.getByRole('option', { selected: true })).toHaveText(name)
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
}

test('from an empty library to a connected design with the keyboard alone', async ({ page }) => {
  const hand = new CanvasHand(page)
  await command(page, 'new des', /^\s*New design/)
  await expect(hand.canvas).toBeVisible()
  await command(page, 'site', /^\s*Site\b/)
  await command(page, 'customer gateway', /^\s*Customer gateway device/)
  await expect(hand.thing(/Customer gateway 1/)).toHaveAttribute('aria-description', /in Site 1/)
  await page.keyboard.press('Escape')
  await command(page, 'vpc', /^\s*VPC\b/)
  await command(page, 'virtual private', /^\s*Virtual private gateway/)
  await expect(hand.thing(/VGW 1/)).toBeFocused()

  await command(page, 'connect', /^\s*Connect…/)
  const picker = page.getByRole('dialog', { name: /Connect Virtual private gateway VGW 1/ })
  await expect(picker.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('customer vpn')
  await page.keyboard.press('Enter')
  await expect(hand.thing(/VPN 1/)).toBeVisible()

  // What cannot be done says why; what was used lately comes first.
  await page.keyboard.press('Control+Shift+P')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toHaveText(/^\s*Connect…/)
  await page.keyboard.type('paste')
  const paste = palette.getByRole('option', { name: /^Paste/ })
  await expect(paste).toHaveAttribute('aria-disabled', 'true')
  await expect(paste).toContainText('Nothing was cut or copied yet.')
  await page.keyboard.press('Enter')
  await expect(palette).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('customer gateway 1')
  await expect(palette.getByRole('option', { selected: true })).toHaveText(/Customer gateway 1/)
  await page.keyboard.press('Enter')
  await expect(hand.thing(/Customer gateway 1/)).toHaveAttribute('aria-pressed', 'true')
})

test('menus offer what fits what they are opened for, by pointer and by key', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  const menu = page.getByRole('menu')
  const item = (name: string | RegExp) => page.getByRole('menuitem', { name })

  // The bare canvas: what is inserted goes where the menu was.
  await hand.canvas.click({ button: 'right', position: { x: 420, y: 190 } })
  await expect(page.getByRole('menu', { name: 'What to do with the canvas' })).toBeVisible()
  await expect(item('Paste')).toBeDisabled()
  await item(/^Insert$/).hover()
  await item(/^VPC$/).click()
  await expect(hand.frame(/VPC 1/)).toBeFocused()

  // A container, from the keyboard: the second menu opens to the right.
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu', { name: 'What to do with the selection' })).toBeVisible()
  await page.keyboard.type('ins')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('menu', { name: 'Insert' })).toBeVisible()
  await page.keyboard.type('sub')
  await page.keyboard.press('Enter')
  await expect(menu).toHaveCount(0)
  await expect(hand.frame(/Subnet 1/)).toHaveAttribute('aria-description', /in VPC 1/)

  // Several things: one menu for all, and Escape gives the focus back.
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Shift+F10')
  await expect(item(/^Duplicate.*Ctrl\+D/)).toBeVisible()
  await expect(item('Rename')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)

  // Another right click moves the menu; a box for the name opens from it.
  await hand.canvas.click({ button: 'right', position: { x: 640, y: 430 } })
  await hand.frame(/VPC 1/).click({ button: 'right', position: { x: 40, y: 12 } })
  await item('Rename').click()
  await expect(page.getByRole('textbox', { name: /Name of VPC 1/ })).toBeFocused()
  await page.keyboard.type('Prod')
  await page.keyboard.press('Enter')
  await expect(hand.frame(/VPC Prod/)).toBeVisible()
  await hand.canvas.click({ button: 'right', position: { x: 20, y: 20 } })
  await page.getByRole('menuitemcheckbox', { name: 'Overview map' }).click()
  await expect(page.getByRole('img', { name: 'Overview map' })).toBeHidden()
})
