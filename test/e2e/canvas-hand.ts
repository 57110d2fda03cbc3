import { expect, type Locator, type Page } from '@playwright/test'

/** What a person's hand does on the canvas, for journeys. */
export class CanvasHand {
  readonly page: Page
  readonly canvas: Locator
  readonly palette: Locator

  constructor(page: Page) {
    this.page = page
    this.canvas = page.getByRole('application', { name: 'Canvas' })
    this.palette = page.getByRole('navigation', { name: 'Palette' })
  }

  /** Makes an empty design and opens it. */
  async newDesign(): Promise<void> {
    await this.page.getByRole('button', { name: 'New design' }).click()
    await expect(this.canvas).toBeVisible()
  }

  /** A container or group box on the canvas. */
  frame(name: RegExp): Locator {
    return this.canvas.getByRole('group', { name })
  }

  /** A node or link on the canvas. */
  thing(name: RegExp): Locator {
    return this.canvas.getByRole('button', { name })
  }

  /** Drags an item of the palette to a point of the canvas. */
  async place(item: string, x: number, y: number): Promise<void> {
    await this.palette.getByRole('button', { name: item, exact: true }).dragTo(this.canvas, { targetPosition: { x, y } })
  }

  /** Draws a Region with a VPC in two zones and its VGW, and a site with a device; nothing is connected yet. */
  async drawHybrid(): Promise<void> {
    await this.place('Region', 560, 260)
    await this.place('VPC', 560, 260)
    await this.place('Availability Zone', 440, 260)
    await this.place('Availability Zone', 680, 260)
    await this.place('Subnet', 440, 260)
    await this.place('Subnet', 680, 260)
    await this.place('Virtual private gateway', 560, 400)
    await this.place('Site', 120, 240)
    await this.place('Customer gateway device', 120, 260)
  }

  /** Where something is in the window. */
  async box(of: Locator): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
    const box = await of.boundingBox()
    if (!box) throw new Error('it is not on the canvas')
    return box
  }

  /** Presses at one point of the window, moves to another and lets go there. */
  async drag(from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
    await this.page.mouse.move(to.x, to.y, { steps: 3 })
    await this.page.mouse.up()
  }

  /** Drags a frame by its title, or a node by its icon, by a distance. */
  async move(what: Locator, dx: number, dy: number): Promise<void> {
    const { x, y, width } = await this.box(what)
    const isFrame = (await what.getAttribute('role')) === 'group'
    const grip = isFrame ? { x: x + 40, y: y + 12 } : { x: x + width / 2, y: y + 20 }
    await this.drag(grip, { x: grip.x + dx, y: grip.y + dy })
  }

  /** Draws a link from a thing's right handle onto another thing, and picks its kind where there is a choice. */
  async connect(from: Locator, to: Locator, kind?: RegExp): Promise<void> {
    const source = await this.box(from)
    const isFrame = (await from.getAttribute('role')) === 'group'
    await this.page.mouse.move(source.x + source.width / 2, source.y + (isFrame ? 4 : 20)) // a frame is taken by its border or its title
    const handle = await this.box(from.locator('.handle.right'))
    const target = await this.box(to)
    await this.drag({ x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 }, { x: target.x + target.width / 2, y: target.y + 24 })
    if (kind) await this.page.getByRole('menuitem', { name: kind }).click()
  }

  /** Waits until everything is on the disk. */
  async saved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  }

  /** Names of everything mounted on the canvas, sorted. */
  async names(): Promise<string[]> {
    const labels = await this.canvas.locator('.svelte-flow__node').evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''))
    return labels.map((label) => label.split(', ')[0] ?? '').sort()
  }
}
