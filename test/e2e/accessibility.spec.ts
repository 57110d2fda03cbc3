import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'
import { openSample, saved, selectKind } from './panels-sample.ts'

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Rules that a theme can break; all others say the same in both. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Looks for what keeps people out: all of the window, or the one part that opened over it. */
class Inspection {
  readonly #page: Page
  readonly #found: string[] = []
  readonly #looked = new Set<string>()
  #theme: 'light' | 'dark' = 'light'

  constructor(page: Page) {
    this.#page = page
  }

  /** Reads a screen in light and in dark. The part must be on show; without one, the whole window is read. */
  async read(screen: string, part?: Locator): Promise<void> {
    const within = part && (await this.#mark(part))
    await this.#run(screen, within, (axe) => axe.withTags(LEVELS))
    this.#theme = this.#theme === 'light' ? 'dark' : 'light'
    await this.#page.emulateMedia({ colorScheme: this.#theme })
    await this.#run(screen, within, (axe) => axe.withRules(COLOUR_RULES))
  }

  /** What was found, one line each. */
  get found(): readonly string[] {
    return this.#found
  }

  /** Rules that had something to judge. */
  get looked(): ReadonlySet<string> {
    return this.#looked
  }

  async #mark(part: Locator): Promise<string> {
    await expect(part).toBeVisible()
    await part.evaluate((element) => {
      for (const earlier of document.querySelectorAll('[data-inspected]')) earlier.removeAttribute('data-inspected')
      element.setAttribute('data-inspected', '')
    })
    return '[data-inspected]'
  }

  async #run(screen: string, within: string | undefined, narrow: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
    // The window has no frames, so the reading needs no page of its own.
    const axe = narrow(new AxeBuilder({ page: this.#page }).setLegacyMode())
    const where = `${screen}, ${this.#theme}`
    const { violations, passes } = await (within === undefined ? axe : axe.include(within)).analyze()
    for (const { id } of passes) this.#looked.add(id)
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      this.#found.push(...nodes.map(({ target, any, all, none }) => `${where}: ${id} at ${target.join(' ')}: ${[...any, ...all, ...none][0]?.message ?? ''}`))
    }
  }
}

test('no screen keeps anybody out, in light or dark', async ({ page }, info) => {
  test.skip(info.project.name === 'electron-double', 'the window is the same on both hosts')
  test.setTimeout(300_000)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const inspection = new Inspection(page)
  const hand = new CanvasHand(page)
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name })
  const panel = page.getByRole('tabpanel')
  const readDialog = async (name: string | RegExp, screen: string) => {
    await inspection.read(screen, dialog(name))
    await page.keyboard.press('Escape')
    await expect(dialog(name)).toBeHidden()
  }

  await expect(page.getByRole('heading', { name: 'No designs yet' })).toBeVisible()
  await inspection.read('the first run')

  // The editor, all of it once: nothing is left out, for the painted canvas has a shell for each thing on it.
  await openSample(page)
  await inspection.read('the editor with problems')
  await selectKind(page, 'Customer gateway device')
  await hand.canvas.press('x')
  await expect(page.getByRole('status').filter({ hasText: 'switched off' })).toContainText('3 broken')
  await page.getByRole('tab', { name: /^Intents/ }).click()
  await inspection.read('the editor with a device switched off, its properties and broken intents')
  await page.getByRole('button', { name: 'Matrix…' }).click()
  await expect(dialog('Who reaches whom').getByRole('gridcell').first()).toBeVisible()
  await readDialog('Who reaches whom', 'the matrix')
  await page.getByRole('button', { name: 'Switch everything on' }).click()

  await page.getByRole('button', { name: 'Add intent' }).click()
  await dialog('Add intent').getByText('What else must hold').click()
  await dialog('Add intent').getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog('Add intent').getByRole('alert').first()).toBeVisible()
  await readDialog('Add intent', 'an intent with its requirements')
  await page.getByRole('button', { name: /^Availability of Headquarters and app-a/ }).click()
  await readDialog(/^Availability of/, 'an availability')

  await page.getByRole('tab', { name: /^Trace/ }).click()
  const form = page.getByRole('form', { name: 'Trace a flow' })
  await form.getByRole('combobox', { name: 'From' }).fill('head')
  await page.getByRole('option', { name: /^Headquarters 192/ }).click()
  await form.getByRole('combobox', { name: 'To', exact: true }).fill('10.0.0.10')
  await form.getByRole('combobox', { name: 'To', exact: true }).press('Tab')
  await form.getByRole('button', { name: 'Trace', exact: true }).click()
  await expect(page.getByText('It works: the packet arrives and its reply comes back.')).toBeVisible()
  await panel.getByText(/routes? considered/).first().click()
  await inspection.read('a trace', panel)
  await page.getByRole('tab', { name: /^Failures/ }).click()
  await expect(panel.getByRole('row', { name: /hq-router/ }).first()).toBeVisible()
  await inspection.read('the failures', panel)
  await page.getByRole('tab', { name: 'Timeline' }).click()
  await page.getByLabel('What fails').selectOption({ label: 'tunnel 1 of hq-vpn' })
  await expect(page.getByRole('region', { name: 'Events' })).toContainText('tunnel 1 of hq-vpn is down')
  await inspection.read('a timeline', panel)
  await page.getByRole('tab', { name: 'IP plan' }).click()
  await panel.getByRole('button', { name: 'Add a pool' }).click()
  await dialog('Add a pool').getByLabel('Keep free').fill('172.16.0.0/16')
  await dialog('Add a pool').getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog('Add a pool').getByRole('alert')).toBeVisible()
  await inspection.read('a pool', dialog('Add a pool'))
  await dialog('Add a pool').getByLabel('Keep free').fill('10.128.0.0/9')
  await dialog('Add a pool').getByRole('button', { name: 'Add', exact: true }).click()
  await inspection.read('the IP plan with a pool', panel)
  await panel.getByRole('list', { name: 'VPCs' }).getByRole('button').first().click()
  await panel.getByRole('button', { name: 'Renumber…' }).click()
  await expect(dialog(/^Renumber/).getByRole('table')).toBeVisible()
  await readDialog(/^Renumber/, 'renumbering')

  // What opens over the editor.
  await page.getByRole('tab', { name: /^Problems/ }).click()
  await panel.getByRole('button', { name: 'Watch the tunnels of hq-vpn…' }).click()
  await expect(dialog('Watch the tunnels of hq-vpn').getByText('1 finding goes.')).toBeVisible()
  await readDialog('Watch the tunnels of hq-vpn', 'a fix before it is made')
  await page.getByRole('button', { name: 'Review settings…' }).click()
  await inspection.read('the rules of the review', dialog('Review settings'))
  await page.getByRole('tab', { name: /^Quotas/ }).click()
  await readDialog('Review settings', 'the quotas')
  await page.getByRole('button', { name: 'Patterns', exact: true }).click()
  await expect(dialog('Patterns').getByRole('option', { selected: true })).toBeVisible()
  await readDialog('Patterns', 'the patterns')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('paste')
  await readDialog('Command palette', 'the command palette')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('10.0.1.10')
  await expect(dialog('Find on the canvas').getByRole('option').first()).toContainText('web-b')
  await readDialog('Find on the canvas', 'find')
  await hand.thing(/^VPC|hq-router/).first().click({ button: 'right' })
  await inspection.read('a menu of the canvas', page.getByRole('menu'))
  await page.keyboard.press('Escape')
  await hand.canvas.focus()
  await page.keyboard.press('l')
  await readDialog('Layers and views', 'layers and views')
  await hand.canvas.press('?')
  await readDialog('Keys', 'the keys')
  await page.getByRole('button', { name: 'Export' }).click()
  await inspection.read('the exports', page.getByRole('menu'))
  await page.getByRole('menuitem', { name: /PDF/ }).click()
  await readDialog('Export as PDF', 'a PDF')
  await selectKind(page, 'ISP link')
  await hand.canvas.press('Delete')
  await saved(page)
  await page.keyboard.press('ControlOrMeta+Shift+h')
  await expect(dialog('Version history').getByRole('status').filter({ hasText: '1 removed' })).toBeVisible()
  await readDialog('Version history', 'a comparison of versions')

  // The library with something in it and in its trash.
  await page.getByRole('button', { name: 'Back to the library' }).click()
  const design = page.getByRole('list', { name: 'Designs' }).getByRole('button', { name: 'Hybrid VPN', exact: true })
  await design.focus()
  await page.keyboard.press('ControlOrMeta+d')
  await page.getByRole('list', { name: 'Designs' }).getByRole('button', { name: 'Hybrid VPN copy', exact: true }).press('Delete')
  await expect(page.getByRole('button', { name: 'Trash (1)' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Designs' }).locator('img')).toHaveCount(1)
  await inspection.read('the designs as cards')
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await page.getByRole('button', { name: 'Actions for Hybrid VPN' }).click()
  await inspection.read('the menu of a design', page.getByRole('menu'))
  await page.keyboard.press('Escape')
  await inspection.read('the designs as a list')
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('203.0.113')
  await expect(page.getByRole('status').filter({ hasText: '1 match in 1 design' })).toBeVisible()
  await inspection.read('what a search finds')
  await page.getByRole('button', { name: 'Trash (1)' }).click()
  await readDialog('Trash', 'the trash')
  await page.getByRole('button', { name: 'Settings' }).click()
  await readDialog('Settings', 'the settings')

  expect([...inspection.looked]).toEqual(expect.arrayContaining(['color-contrast', 'target-size', 'button-name', 'label', 'aria-required-children']))
  expect(inspection.found).toEqual([])
})
