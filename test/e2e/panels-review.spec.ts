import { expect, test } from './harness/index.ts'
import { openSample, saved } from './panels-sample.ts'

test('a finding is explained, waived with a reason, raised again, and the rules are chosen', async ({ page, app }) => {
  await openSample(page)
  const warnings = page.getByRole('button', { name: /^Warnings/ })
  const before = (await warnings.textContent()) ?? ''
  const count = Number(/\d+/.exec(before)?.[0])
  const more = page.getByRole('listitem').filter({ hasText: 'hq-router is a single point of failure' }).getByRole('button', { name: 'Actions for single-point-of-failure' })
  await more.click()
  await page.getByRole('menuitem', { name: 'About this rule…' }).click()
  const about = page.getByRole('dialog', { name: 'Single point of failure' })
  await expect(about.getByText('What to do')).toBeVisible()
  await about.getByRole('button', { name: 'Close' }).last().click()

  await more.click()
  await page.getByRole('menuitem', { name: 'Waive…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Waive a finding' })
  await dialog.getByRole('button', { name: 'Waive' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Say why you can live with it.')
  await dialog.getByLabel('Reason').fill('A second router comes in spring')
  await dialog.getByLabel('Decided by').fill('Ada')
  await dialog.getByRole('button', { name: 'Waive' }).click()
  await expect(page.getByText('Waived by Ada: A second router comes in spring')).toBeVisible()
  await expect(warnings).toHaveText(new RegExp(`${count - 1}`))

  // It is part of the design: also in the file, and undone like anything else.
  await saved(page)
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await app.saved(() => page.getByRole('menuitem', { name: /^Design file/ }).click())
  expect(file.bytes.toString()).toContain('A second router comes in spring')
  await more.click()
  await page.getByRole('menuitem', { name: 'Lift the waiver' }).click()
  await expect(warnings).toHaveText(new RegExp(`${count}`))

  await page.getByLabel('Rules', { exact: true }).selectOption('Cost')
  await expect(more).toBeHidden()
  await page.getByLabel('Rules', { exact: true }).selectOption('Everything')
  await more.click()
  await page.getByRole('menuitem', { name: /^Switch this rule off/ }).click()
  await expect(more).toBeHidden()
  await page.getByRole('button', { name: '1 rule is off: switch on' }).click()
  await expect(more).toBeVisible()
})
