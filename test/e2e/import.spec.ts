import type { Page } from '@playwright/test'
import { expect, test } from './harness/index.ts'
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
  const choose = async (item: RegExp) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const starts = { SVG: '<svg', PNG: '\u0089PNG', PDF: '%PDF-' } as const
  for (const [format, start] of Object.entries(starts)) {
    const { fileName, bytes } = await app.saved(async () => {
      await choose(new RegExp(`^${format}`))
      await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
    })
    expect(fileName).toBe(`Head office.${format.toLowerCase()}`)
    expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start)
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  const template = await app.saved(() => choose(/^CloudFormation/))
  expect(template.fileName).toMatch(/[.]ya?ml$/)
  expect(template.bytes.toString()).toContain('AWS::EC2::VPNConnection')
  const steps = page.getByRole('dialog')
  if (await steps.isVisible()) await steps.getByRole('button', { name: 'Close' }).last().click()
  const file = await app.saved(() => choose(/^Design file/))
  expect(file.fileName).toBe('Head office.causeway.json')
  expect(JSON.parse(file.bytes.toString())).toMatchObject({ name: 'Head office' })
})

test('a file that is no dump is refused in one sentence, and nothing is made of it', async ({ page }) => {
  await page.getByLabel('Dump files').setInputFiles([{ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"Vpcs": [') }])
  await expect(page.getByRole('alert')).toContainText('broken.json')
  await expect(page.getByText('No designs yet')).toBeVisible()
})
