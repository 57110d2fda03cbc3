import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'
import { openSample, properties, saved, selectKind } from './panels-sample.ts'

test('intents are declared on the canvas by hand and by keys, told broken when a route goes, and mended by undo', async ({ page }) => {
  const hand = new CanvasHand(page)
  await openSample(page)
  const undo = page.getByRole('button', { name: 'Undo', exact: true })

  // Those of the design are lines on the canvas that say how they are judged, and the list selects them.
  const own = hand.thing(/^Intent: .*app-a.*, (holds|survives)/)
  await expect(own.first()).toBeVisible()

  // By hand: the intent tool, from the site to a host.
  await page.keyboard.press('n')
  await expect(page.getByRole('button', { name: 'Intent tool' })).toHaveAttribute('aria-pressed', 'true')
  const from = await hand.box(hand.frame(/Headquarters/))
  const to = await hand.box(hand.thing(/^(?!Intent).*web-b/))
  await hand.drag({ x: from.x + 60, y: from.y + 14 }, { x: to.x + to.width / 2, y: to.y + 20 })
  await expect(properties(page).getByRole('heading', { name: 'Intent', exact: true })).toBeVisible()
  await expect(properties(page)).toContainText('Headquarters reaches web-b')
  const drawn = hand.thing(/^Intent: Headquarters reaches web-b/)
  await expect(drawn).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: 'Intent tool' })).toHaveAttribute('aria-pressed', 'false')

  // It is changed in the inspector, and its line says so.
  await properties(page).getByLabel('Protocol').selectOption('TCP')
  await properties(page).getByLabel('Port').fill('443')
  await expect(hand.thing(/^Intent: Headquarters reaches web-b on tcp\/443, /)).toBeVisible()

  // By keys: Shift+R opens the list of targets, Enter declares; Delete takes it away again.
  await selectKind(page, 'Site')
  await hand.canvas.press('Shift+R')
  await page.getByRole('combobox', { name: /must never reach/ }).fill('internet')
  await page.keyboard.press('Enter')
  await expect(properties(page)).toContainText('never reaches the internet')
  await hand.canvas.press('Delete')
  await expect(properties(page)).not.toContainText('never reaches the internet')

  // The properties of an end list its intents; one is chosen there.
  await selectKind(page, 'Site')
  const intents = properties(page).getByRole('region', { name: /^Intents/ })
  await intents.getByRole('button', { name: /reaches web-b/ }).click()
  await expect(drawn).toHaveAttribute('aria-pressed', 'true')

  // Without the way back it is broken: its line, and its properties with the way to the answer.
  await selectKind(page, 'VPN connection')
  await hand.canvas.press('Delete')
  const broken = hand.thing(/^Intent: Headquarters reaches web-b on tcp\/443, broken/)
  await expect(broken).toBeVisible()
  await broken.click()
  await properties(page).getByRole('button', { name: 'Why, and what would mend it' }).click()
  await expect(page.getByRole('tab', { name: /^Trace/ })).toHaveAttribute('aria-selected', 'true')
  await undo.click()
  await expect(broken).toBeHidden()
  await expect(drawn).toBeVisible()

  // Hidden with its layer, and back.
  await hand.canvas.press('l')
  await page.getByRole('checkbox', { name: 'Intents' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(drawn).toBeHidden()
  await saved(page)
})
