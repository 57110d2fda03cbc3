import { expect } from '@playwright/test'
import type { HostUnderTest, SavedByApp } from './host.ts'

/** Every way out of the open design, as a person takes it; answers the files by format. */
export async function takeAway(app: HostUnderTest): Promise<Readonly<Record<'svg' | 'png' | 'pdf' | 'template' | 'file', SavedByApp>>> {
  const page = app.page()
  const choose = async (item: RegExp) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const picture = async (format: string) => {
    const saved = await app.saved(async () => {
      await choose(new RegExp(`^${format}`))
      await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
    })
    await expect(page.getByRole('dialog')).toBeHidden()
    return saved
  }
  const [svg, png, pdf] = [await picture('SVG'), await picture('PNG'), await picture('PDF')]
  const template = await app.saved(() => choose(/^CloudFormation/))
  const steps = page.getByRole('dialog')
  if (await steps.isVisible()) await steps.getByRole('button', { name: 'Close' }).last().click()
  const file = await app.saved(() => choose(/^Design file/))
  return { svg, png, pdf, template, file }
}
