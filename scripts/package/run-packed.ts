import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { chromium } from '@playwright/test'
import { launch } from '../../test/double/launch.ts'
import { chromiumArgs, findChromium } from '../../test/setup/chromium.ts'

/**
 * Unpacks an app.asar where no node_modules of the checkout can help it out, runs its main under the double, and
 * answers what went wrong.
 */
export async function runPacked(asar: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-packed-'))
  const app = join(folder, 'app')
  extractAll(asar, app)
  const executablePath = findChromium()
  const browser = await chromium.launch({ args: [...chromiumArgs], ...(executablePath === undefined ? {} : { executablePath }) })
  try {
    const running = await launch({ main: join(app, 'out', 'main', 'electron.js'), browser, args: [`--library=${join(folder, 'library')}`], env: { DOUBLE_IS_PACKAGED: '1' } })
    const page = await running.firstWindow()
    const created = await page.evaluate(() => window.causeway?.invoke('library.create', { name: 'Packed' }))
    const picture = created?.ok === true
      ? await page.evaluate((id) => window.causeway?.invoke('export.picture', { id, format: 'pdf' }), (created.value as { id: string }).id)
      : undefined
    await running.close()
    const complaints = [created, picture].flatMap((outcome) => (outcome?.ok === true ? [] : [`the packed app answered ${JSON.stringify(outcome)}`]))
    return complaints.length === 0 ? [] : [...complaints, running.output()]
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
