import type { Page } from '@playwright/test'
import { PATTERNS } from '../../src/shared/patterns/index.ts'
import { TRUTH } from '../unit/shared/patterns/truth.ts'
import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'
import type { HostUnderTest } from './harness/host.ts'
import { properties, saved } from './panels-sample.ts'

const gallery = (page: Page) => page.getByRole('dialog', { name: 'Patterns' })
const card = (page: Page, title: string) => gallery(page).getByRole('option').filter({ has: page.getByText(title, { exact: true }) })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true })

async function insert(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Patterns', exact: true }).click()
  await card(page, title).click()
  await gallery(page).getByRole('button', { name: 'Insert' }).click()
  await expect(gallery(page)).toBeHidden()
}

async function designFile(page: Page, app: HostUnderTest): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await app.saved(() => page.getByRole('menuitem', { name: /^Design file/ }).click())
  return file.bytes.toString()
}

/** Elements that patterns share when they stand in one design; the others are each pattern's own. */
const isShared = (element: string): boolean => /^(dx-location|region|availability-zone):/.test(element)
const pointsOf = PATTERNS.map(({ id }) => ({ id, elements: [...new Set(Object.values(TRUTH[id]).flat())] }))

test('every pattern goes into one design, is true there, and comes out again step by step', async ({ page, app }, info) => {
  test.skip(info.project.name === 'electron-double', 'the window is the same on both hosts, and the longest journey is walked once')
  test.setTimeout(900_000)
  await new CanvasHand(page).newDesign()
  const before = await designFile(page, app)
  for (const { title } of PATTERNS) await insert(page, title)

  await page.getByRole('tab', { name: /^Intents/ }).click()
  const all = new Set(pointsOf.flatMap(({ id, elements }) => elements.map((element) => (isShared(element) ? element : `${id} ${element}`))))
  const points = page.getByRole('region', { name: 'Single points of failure' })
  await expect(points.getByRole('listitem')).toHaveCount(all.size, { timeout: 300_000 })
  await page.getByRole('tab', { name: /^Problems/ }).click()
  await expect(page.getByRole('button', { name: /^Errors\s*0$/ })).toBeVisible()

  for (const { id } of PATTERNS) {
    await expect(undo(page), id).toBeEnabled()
    await undo(page).click()
  }
  await expect(undo(page)).toBeDisabled()
  await saved(page)
  expect(await designFile(page, app)).toBe(before)
})

test('a pattern is found, read and inserted from the keyboard alone', async ({ page }) => {
  await new CanvasHand(page).newDesign()
  await page.keyboard.press('p')
  const search = gallery(page).getByRole('searchbox', { name: 'Search the patterns' })
  await expect(search).toBeFocused()
  await page.keyboard.type('no such words')
  await expect(gallery(page).getByText(/No pattern has all of these words/)).toBeVisible()
  await expect(gallery(page).getByRole('button', { name: 'Insert' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await page.keyboard.type('vpc peering')
  await page.keyboard.press('ArrowDown')
  await expect(card(page, 'VPC peering')).toBeFocused()
  await expect(card(page, 'VPC peering')).toHaveAttribute('aria-selected', 'true')
  await expect(gallery(page).getByRole('img', { name: 'Drawing of VPC peering' })).toBeVisible()
  await expect(card(page, 'VPC peering')).toHaveAccessibleName(/^VPC peering\s+No single point of failure\s+I14$/)
  await expect(gallery(page).getByText('None: no single failure breaks what must hold.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(gallery(page)).toBeHidden()
  await expect(page.locator('[role=application]:focus, [role=application] :focus')).toBeVisible()
  await expect(page.getByRole('group', { name: /^VPC Application,/ })).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Drag something here from the palette')).toBeVisible()
})

test('arrows walk through the cards, and Escape leaves the design alone', async ({ page }) => {
  await new CanvasHand(page).newDesign()
  await page.getByRole('button', { name: 'Start from a pattern…' }).click()
  const options = gallery(page).getByRole('option')
  await expect(options).toHaveCount(PATTERNS.length)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(options.last()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(options.nth(1)).toBeFocused()
  await expect(gallery(page).getByRole('heading', { level: 3 })).toHaveText(PATTERNS[1]?.title ?? '')
  await page.keyboard.press('Escape')
  await expect(gallery(page)).toBeHidden()
  await expect(undo(page)).toBeDisabled()
})

test('figures lead to the paper, and the drawing is shown at its actual size', async ({ page }) => {
  await new CanvasHand(page).newDesign()
  await page.getByRole('button', { name: 'Patterns', exact: true }).click()
  await card(page, 'VPN CloudHub').click()
  await expect(gallery(page).getByRole('link', { name: /^Figure 5, 2012/ })).toHaveAttribute('href', /^https:\/\/docs\.aws\.amazon\.com\/whitepapers\/latest\/aws-vpc-connectivity-options\//)
  const drawing = gallery(page).getByRole('img', { name: 'Drawing of VPN CloudHub' })
  await expect(drawing).toBeVisible()
  const width = async () => (await drawing.boundingBox())?.width ?? 0
  const fitted = await width()
  await gallery(page).getByRole('button', { name: 'Actual size' }).click()
  await expect.poll(width).toBeGreaterThan(fitted)
})

test('a card dropped on the canvas is inserted there, as one step', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await insert(page, 'VPC peering')
  await page.getByRole('button', { name: 'Patterns', exact: true }).click()
  const zonal = card(page, 'Zonal NAT egress')
  await zonal.scrollIntoViewIfNeeded()
  const from = await hand.box(zonal)
  const canvas = await hand.box(hand.canvas)
  await page.mouse.move(from.x + from.width / 2, from.y + 60)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 40, from.y + 90, { steps: 4 })
  await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height - 20, { steps: 6 })
  await page.mouse.up()
  await expect(gallery(page)).toBeHidden()
  await expect(undo(page)).toBeEnabled()
  const peer = await hand.box(page.getByRole('group', { name: /^VPC Database,/ }))
  const dropped = await hand.box(page.getByRole('group', { name: /^VPC Production,/ }))
  expect(dropped.y).toBeGreaterThan(peer.y + peer.height)
  await undo(page).click()
  await expect(page.getByRole('group', { name: /^VPC Production,/ })).toBeHidden()
  await expect(page.getByRole('group', { name: /^VPC Database,/ })).toBeVisible()
})

test('a new design begins with a pattern, drawn and with what must hold', async ({ page }) => {
  await page.getByRole('button', { name: 'New from a pattern…' }).click()
  await card(page, 'Managed VPN, one customer gateway').dblclick()
  await expect(page.getByLabel('Name of the design')).toHaveValue('Managed VPN, one customer gateway')
  await expect(page.getByRole('group', { name: /^Site Headquarters,/ })).toBeVisible()
  await page.getByRole('tab', { name: /^Intents/ }).click()
  await expect(page.getByRole('button', { name: /Holds.*Headquarters and Production reach each other/ })).toBeVisible()
  await expect(properties(page)).toBeVisible()
  await expect(undo(page)).toBeDisabled()
})
