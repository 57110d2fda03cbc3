import { readFile } from 'node:fs/promises'
import { expect, test } from './harness/index.ts'
import { openSample, samplePath, saved } from './panels-sample.ts'

test('a file that is no design is refused with a reason, and nothing is added', async ({ page }) => {
  await page.getByLabel('Design file').setInputFiles({ name: 'broken.causeway.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') })
  await expect(page.getByRole('alert')).toContainText(/broken\.causeway\.json.*JSON/)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('No designs yet')).toBeVisible()
})

test('a dropped file opens, and the same design opens again after a reload', async ({ page }) => {
  const text = await readFile(samplePath, 'utf8')
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'dropped.causeway.json', { type: 'application/json' }))
    return data
  }, text)
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.getByLabel('Name of the design')).toHaveValue('Hybrid VPN')
  await page.reload()
  await expect(page.getByLabel('Name of the design')).toHaveValue('Hybrid VPN')
})

test('a sample is a design of its own', async ({ page }) => {
  await page.getByRole('button', { name: /^Hybrid VPN/ }).click()
  await expect(page.getByLabel('Name of the design')).toHaveValue('Hybrid VPN')
})

test('a refused import of a live account says what to do', async ({ page }) => {
  await page.getByRole('button', { name: /^Live AWS account/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a live AWS account' })
  await dialog.getByLabel('Regions').fill('Ireland')
  await expect(dialog.getByText('Ireland is not a Region such as us-east-1')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Import' })).toBeDisabled()
  await dialog.getByLabel('Regions').fill('eu-west-1')
  await dialog.getByText('Another endpoint').click()
  await dialog.getByLabel('Endpoint address').fill('http://127.0.0.1:9')
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nothing was imported', { timeout: 60_000 })
})

test('the theme is chosen and kept', async ({ page }) => {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the design of an open window is named, saved and found again', async ({ page, app }) => {
  await openSample(page)
  await page.getByLabel('Name of the design').fill('Kept')
  await page.getByLabel('Name of the design').press('Enter')
  await saved(page)
  const again = await app.killAndRestart()
  await expect(again.getByRole('button', { name: 'Kept', exact: true })).toBeVisible()
})
