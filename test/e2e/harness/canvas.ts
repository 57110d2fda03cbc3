import { expect, type Locator, type Page } from '@playwright/test'

/** Where inside a frame, from 0 to 1 in each direction. */
export interface Spot {
  readonly x: number
  readonly y: number
}

const middle: Spot = { x: 0.5, y: 0.5 }

/** A design's canvas as a hand uses it. */
export class CanvasHand {
  readonly page: Page
  readonly canvas: Locator
  readonly palette: Locator

  constructor(page: Page) {
    this.page = page
    this.canvas = page.getByRole('application', { name: 'Canvas' })
    this.palette = page.getByRole('navigation', { name: 'Palette' })
  }

  /** The thing whose spoken name has these words, such as "VPC 1". */
  thing(name: string): Locator {
    return this.page.locator(`.svelte-flow__node[aria-label*="${name}"]`)
  }

  async #box(of: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await of.boundingBox()
    if (box === null) throw new Error('it is not on the screen')
    return box
  }

  /** Brings everything into view. */
  async fit(): Promise<void> {
    await this.canvas.press('Shift+Digit1')
  }

  /** Drags an item of the palette into a thing, or onto the canvas. */
  async put(item: string, into?: string, spot: Spot = middle): Promise<void> {
    const before = await this.page.locator('.svelte-flow__node').count()
    const frame = await this.#box(this.canvas)
    const box = into === undefined ? frame : await this.#box(this.thing(into))
    await this.palette.getByRole('button', { name: item, exact: true }).dragTo(this.canvas, {
      targetPosition: { x: box.x + box.width * spot.x - frame.x, y: box.y + box.height * spot.y - frame.y },
    })
    await expect(this.page.locator('.svelte-flow__node')).toHaveCount(before + 1)
    await this.fit()
  }

  /** Drags a link from a handle of one thing to another. */
  async connect(from: string, to: string, link: string): Promise<void> {
    await this.thing(from).click({ position: { x: 12, y: 12 } })
    const start = await this.#box(this.page.locator('[data-handle].bottom'))
    const end = await this.#box(this.thing(to))
    await this.page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(start.x + 30, start.y + 30, { steps: 3 })
    await this.page.mouse.move(end.x + end.width / 2, end.y + 24, { steps: 6 })
    await this.page.mouse.up()
    await this.page.getByRole('menu', { name: 'Kind of link' }).getByRole('menuitem', { name: link, exact: true }).click()
  }
}
