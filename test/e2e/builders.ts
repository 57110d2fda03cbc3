import { expect, type Locator, type Page } from '@playwright/test'
import { CanvasHand } from './canvas-hand.ts'

/** Ways to build a design from nothing: what a person does, whatever it is done with. */
export interface Builder {
  /** Makes an empty design. */
  start(): Promise<void>
  /** Puts an item of the palette into something, or onto the bare canvas; answers when it is there under its new name. */
  put(item: string, name: string, into?: string): Promise<void>
  /** Duplicates something with all that it holds. */
  copy(name: string, made: string): Promise<void>
  /** Joins two things with what is named, and takes the routes that this needs, if it needs any. */
  join(from: string, to: string, by: string, needsRoutes?: boolean): Promise<void>
  /** Makes all suggested intents the person's own. */
  accept(): Promise<void>
  /** Brings a panel to the front. */
  open(panel: string): Promise<void>
}

const startOf = (name: string): RegExp => new RegExp(`^(.* )?${name}(,|$)`)

/** Whatever has the keyboard in the window. */
const focused = (page: Page): Locator => page.locator(':focus')

/** A person without a pointer: nothing but keys, and what has the focus after each. */
export class Keys implements Builder {
  readonly #page: Page
  readonly #press: (...keys: readonly string[]) => Promise<void>
  readonly #type: (text: string) => Promise<void>
  /** What has the focus on the canvas. */
  #at = ''

  constructor(page: Page) {
    this.#page = page
    this.#press = async (...keys) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    this.#type = (text) => page.keyboard.type(text)
  }

  /** Chooses something by its name from a list that a key opens. */
  async #choose(key: string, typed: string, chosen: RegExp): Promise<void> {
    await this.#press(key)
    await expect(this.#page.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await this.#type(typed)
    await expect(this.#page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText(chosen)
    await this.#press('Enter')
  }

  async #arrive(name: string): Promise<void> {
    await expect(focused(this.#page)).toHaveAccessibleName(startOf(name))
    this.#at = name
  }

  async #go(name: string): Promise<void> {
    if (this.#at === name) return
    await this.#choose('Control+k', name, new RegExp(`^\\s*${name}`))
    await this.#arrive(name)
  }

  async start(): Promise<void> {
    await this.#choose('Control+k', 'new des', /^\s*New design/)
    await expect(this.#page.getByRole('application', { name: 'Canvas' })).toBeFocused()
  }

  async put(item: string, name: string, into?: string): Promise<void> {
    if (into !== undefined) await this.#go(into)
    else if (this.#at !== '') await this.#press('Escape')
    await this.#choose('i', item, new RegExp(`^\\s*${item}`))
    await this.#arrive(name)
  }

  async copy(name: string, made: string): Promise<void> {
    await this.#go(name)
    await this.#press('Control+d')
    await this.#arrive(made)
  }

  async join(from: string, to: string, by: string, needsRoutes = true): Promise<void> {
    await this.#go(from)
    await this.#choose('c', `${to} ${by}`, new RegExp(`${to}.*${by}`))
    const offer = this.#page.getByRole('region', { name: 'Routes for the new link' })
    await expect(focused(this.#page)).toHaveAttribute('aria-description', new RegExp(`${from}.*${to}|${to}.*${from}|selected`))
    if (needsRoutes) {
      await expect(offer).toBeVisible()
      await this.#press('Enter')
    }
    await expect(offer).toBeHidden()
    await expect(this.#page.getByRole('application').getByRole('textbox')).toHaveCount(0)
    this.#at = 'a link'
  }

  async open(panel: string): Promise<void> {
    await this.#choose('Control+k', panel, new RegExp(`^\\s*${panel}`))
    await expect(focused(this.#page)).toHaveRole('tabpanel')
  }

  /** Tab leads from the panel itself to its first controls. */
  async accept(): Promise<void> {
    await this.open('Intents')
    await expect(this.#page.getByRole('tabpanel').getByRole('button', { name: /^Accept/ }).first()).toBeVisible()
    for (let steps = 0; steps < 8; steps++) {
      await this.#press('Tab')
      if (/^Accept/.test((await focused(this.#page).textContent()) ?? '')) break
    }
    await this.#press('Enter')
    await expect(this.#page.getByRole('tabpanel').getByRole('button', { name: /^Accept/ })).toHaveCount(0)
  }
}

/** A person with a pointer, who touches no key. */
export class Pointer implements Builder {
  readonly #hand: CanvasHand
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.#hand = new CanvasHand(page)
  }

  #thing(name: string): Locator {
    return this.#hand.canvas.locator('[role=group], [role=button]').and(this.#page.locator('.svelte-flow__node')).filter({ visible: true }).and(this.#page.locator(`[aria-label^="${name},"], [aria-label="${name}"], [aria-label$=" ${name}"], [aria-label*=" ${name},"]`)).first()
  }

  async #fit(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Zoom to everything' }).click()
  }

  async start(): Promise<void> {
    await this.#hand.newDesign()
  }

  async put(item: string, name: string, into?: string): Promise<void> {
    const spot = into === undefined ? await this.#besideAll(item) : await this.#within(into, item)
    await this.#hand.place(item, spot.x, spot.y)
    await expect(this.#thing(name)).toBeVisible()
  }

  /** The bare canvas: its middle for what comes first, the margin for a site. */
  async #besideAll(item: string): Promise<{ readonly x: number; readonly y: number }> {
    if (item !== 'Site') return { x: 450, y: 260 }
    await this.#fit()
    for (let times = 0; times < 3; times++) await this.#page.getByRole('button', { name: 'Zoom out' }).click()
    return { x: 90, y: 160 }
  }

  /** A point of something: its middle, for a gateway of a Region its edge, where no VPC is. */
  async #within(name: string, item: string): Promise<{ readonly x: number; readonly y: number }> {
    await this.#fit()
    const [frame, canvas] = [await this.#hand.box(this.#thing(name)), await this.#hand.box(this.#hand.canvas)]
    return { x: frame.x - canvas.x + (item === 'Transit gateway' ? frame.width - 6 : frame.width / 2), y: frame.y - canvas.y + frame.height * 0.6 }
  }

  async copy(name: string, made: string): Promise<void> {
    await this.#fit()
    await this.#thing(name).click({ button: 'right', position: { x: 40, y: 10 } })
    await this.#page.getByRole('menuitem', { name: /^Duplicate/ }).click()
    await expect(this.#thing(made)).toBeVisible()
  }

  async join(from: string, to: string, by: string, needsRoutes = true): Promise<void> {
    await this.#fit()
    await this.#hand.connect(this.#thing(from), this.#thing(to))
    const choice = this.#page.getByRole('menuitem', { name: new RegExp(`^${by}`) })
    const offer = this.#page.getByRole('region', { name: 'Routes for the new link' })
    await expect(choice.or(this.#hand.canvas.locator(`[aria-pressed=true][aria-description^="between"]`)).first()).toBeVisible()
    if (await choice.isVisible()) await choice.click()
    if (needsRoutes) await offer.getByRole('button', { name: /^Add the/ }).click()
    await expect(offer).toBeHidden()
    await expect(this.#hand.canvas.locator('.svelte-flow__node[aria-pressed=true]'), 'the link is selected').toHaveAttribute('aria-description', new RegExp(`(${from}.*${to}|${to}.*${from})`))
  }

  async open(panel: string): Promise<void> {
    await this.#page.getByRole('tab', { name: new RegExp(`^${panel}`) }).click()
  }

  async accept(): Promise<void> {
    await this.open('Intents')
    await this.#page.getByRole('tabpanel').getByRole('button', { name: /^Accept/ }).first().click()
    await expect(this.#page.getByRole('tabpanel').getByRole('button', { name: /^Accept/ })).toHaveCount(0)
  }
}
