import type { Page } from '@playwright/test'
import { expect, test } from './harness/index.ts'
import { takeAway } from './harness/take-away.ts'
import { smallDump } from './small-dump.ts'

async function importDump(page: Page): Promise<void> {
  await page.getByLabel('Dump files').setInputFiles(smallDump)
  const report = page.getByRole('dialog', { name: /^Imported/ })
  await expect(report).toContainText(/6 shown \+ 0 skipped = 6 found/)
  await report.getByRole('button', { name: 'Open the design' }).click()
  await expect(page.getByLabel('Name of the design')).toBeVisible()
}

async function rename(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the design').fill(name)
  await page.getByLabel('Name of the design').press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
}

test('a dump becomes a design that survives undo, redo, a crash and a restart', async ({ page, app }) => {
  await importDump(page)
  const name = page.getByLabel('Name of the design')
  const imported = await name.inputValue()
  await rename(page, 'Head office')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(name).toHaveValue(imported)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(name).toHaveValue('Head office')
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()

  const again = await app.killAndRestart()
  await again.getByRole('button', { name: 'Head office', exact: true }).click()
  await expect(again.getByLabel('Name of the design')).toHaveValue('Head office')
})

test('a design leaves in every format', async ({ page, app }) => {
  await importDump(page)
  await rename(page, 'Head office')
  const { svg, png, pdf, template, file } = await takeAway(app)
  expect([svg, png, pdf, file].map(({ fileName }) => fileName)).toEqual(['Head office.svg', 'Head office.png', 'Head office.pdf', 'Head office.causeway.json'])
  expect(svg.bytes.toString()).toMatch(/^<svg/)
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(template.bytes.toString()).toContain('AWS::EC2::VPNConnection')
  expect(JSON.parse(file.bytes.toString())).toMatchObject({ name: 'Head office' })
})

test('a file that is no dump is refused in one sentence, and nothing is made of it', async ({ page }) => {
  await page.getByLabel('Dump files').setInputFiles([{ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"Vpcs": [') }])
  await expect(page.getByRole('alert')).toContainText('broken.json')
  await expect(page.getByText('No designs yet')).toBeVisible()
})
