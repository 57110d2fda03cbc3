import type { Page } from '@playwright/test'
import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'
import type { HostUnderTest } from './harness/host.ts'
import { saved } from './panels-sample.ts'

type Places = Record<string, { readonly x: number; readonly y: number }>

async function placements(page: Page, app: HostUnderTest): Promise<Places> {
  await saved(page)
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await app.saved(() => page.getByRole('menuitem', { name: /^Design file/ }).click())
  return (JSON.parse(file.bytes.toString()) as { placements: Places }).placements
}

test('the design is arranged as a whole and in part, each as one step', async ({ page, app }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await page.keyboard.press('p')
  await page.keyboard.type('several regions')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const canvas = page.getByRole('application', { name: 'Canvas' })
  await expect(page.locator('[role=application]:focus, [role=application] :focus')).toBeVisible()
  const inserted = await placements(page, app)
  const [vpcs, others] = [Object.keys(inserted).filter((id) => id.startsWith('vpc:')), Object.keys(inserted).filter((id) => !id.startsWith('vpc:'))]
  expect([vpcs.length > 1, others.length > 1]).toEqual([true, true])

  // Pulled apart by hand, then arranged: nothing is where the hand left it, and undo takes it back at once.
  await canvas.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Alt+l')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled()
  await expect.poll(async () => JSON.stringify(await placements(page, app)) !== JSON.stringify(inserted)).toBe(true)
  const arranged = await placements(page, app)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  expect(await placements(page, app)).toEqual(inserted)

  await canvas.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+Shift+l')
  const whole = await placements(page, app)
  expect(Object.keys(whole).sort()).toEqual(Object.keys(arranged).sort())
  await canvas.focus()
  await page.keyboard.press('Alt+Shift+l')
  await expect(page.getByText('Everything lies well already.')).toBeVisible()
})
