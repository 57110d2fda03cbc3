import { expect, test } from './harness/index.ts'
import { openSample, properties, saved, selectKind } from './panels-sample.ts'

test('anything can be switched off, everything follows, and the design stays as it is', async ({ page }) => {
  await openSample(page)
  const banner = page.getByRole('status').filter({ hasText: 'switched off' })
  const canvas = page.getByRole('application', { name: 'Canvas' })

  // By key, on the selection.
  await selectKind(page, 'Customer gateway device')
  await canvas.press('x')
  await expect(banner).toContainText('1 element is switched off: hq-router')
  await expect(banner).toContainText('3 broken')
  await expect(page.getByRole('tab', { name: /^Intents.*2 broken/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /hq-router is a single point of failure/ })).toBeHidden()
  await expect(page.getByLabel(/Customer gateway device hq-router,.*switched off/)).toBeVisible()
  await page.getByRole('tab', { name: /^Intents/ }).click()
  await expect(page.getByRole('button', { name: /Broken.*no device of the site is up/ }).first()).toBeVisible()
  await banner.getByRole('button', { name: 'Switch everything on' }).click()
  await expect(banner).toBeHidden()
  await expect(page.getByRole('button', { name: /^Holds.*app-a/ }).first()).toBeVisible()

  // In the properties: one tunnel of two, and the way that takes over.
  await selectKind(page, 'VPN connection')
  await properties(page).getByRole('checkbox', { name: 'tunnel 1 of hq-vpn' }).check()
  await expect(banner).toContainText('3 rerouted')
  await expect(page.getByRole('button', { name: /Rerouted: Headquarters › .*hq-vpn \(tunnel 2\)/ }).first()).toBeVisible()
  await expect(page.getByText('would break it next').first()).toBeVisible()
  await properties(page).getByRole('checkbox', { name: 'tunnel 1 of hq-vpn' }).uncheck()

  // From the menu of a group box: what is inside loses its ends, which is not broken.
  await page.getByLabel(/^Region eu-central-1/).first().click({ button: 'right', position: { x: 8, y: 8 } })
  await page.getByRole('menuitem', { name: /^Switch off/ }).click()
  await expect(banner).toContainText('Region eu-central-1')
  await expect(page.getByRole('button', { name: /^Endpoint lost.*app-a/ }).first()).toBeVisible()
  await expect(page.getByLabel(/^VPC Application,.*down with what it depends on/)).toBeVisible()
  await canvas.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: /^Switch on/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await banner.getByRole('button', { name: 'Switch everything on' }).click()
  await expect(banner).toBeHidden()

  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  await saved(page)
})

test('the failures panel says what each failure does, and switches it off', async ({ page }) => {
  await openSample(page)
  await page.getByRole('tab', { name: /^Failures/ }).click()
  const panel = page.getByRole('tabpanel', { name: /^Failures/ })
  const toApp = panel.getByRole('rowgroup', { name: 'Headquarters and app-a reach each other' })
  await expect(toApp.getByRole('row', { name: /Broken.*hq-router/ })).toBeVisible()
  await expect(toApp.getByRole('row', { name: /Rerouted.*tunnel 1 of hq-vpn.*Worth the same: 500 Mbps, encrypted, MTU 1446/ })).toBeVisible()
  await expect(toApp.getByRole('row', { name: /Endpoint lost.*Region eu-central-1/ })).toBeVisible()

  await panel.getByRole('button', { name: /^Rerouted/ }).click()
  await expect(toApp.getByRole('row', { name: /tunnel 1 of hq-vpn/ })).toBeHidden()
  await panel.getByRole('searchbox', { name: 'Filter by element or intent' }).fill('fibre')
  await expect(toApp.getByRole('row', { name: /hq-router/ })).toBeHidden()
  await toApp.getByRole('button', { name: 'Fibre' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'switched off' })).toContainText('Fibre')
  await expect(properties(page).getByLabel('Name', { exact: true })).toHaveValue('Fibre')
  await toApp.getByRole('button', { name: 'Fibre' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'switched off' })).toBeHidden()

  await panel.getByRole('radio', { name: 'By element' }).check({ force: true })
  await panel.getByRole('button', { name: 'Count reachable pairs' }).click()
  await expect(panel.getByRole('columnheader', { name: 'Pairs broken, of 3' })).toBeVisible()
  await expect(panel.getByRole('row', { name: /^Fibre/ })).toContainText('3')

  await panel.getByRole('searchbox', { name: 'Filter by element or intent' }).fill('')
  await panel.getByRole('radio', { name: 'Two at once' }).check({ force: true })
  await panel.getByRole('button', { name: 'Try every two' }).click()
  await expect(toApp.getByRole('button', { name: 'tunnel 1 of hq-vpn + tunnel 2 of hq-vpn' })).toBeVisible()
})
