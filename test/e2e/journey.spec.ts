import type { Locator, Page } from '@playwright/test'
import { readTemplate } from '../peer/cloudformation-read.ts'
import { templateErrors } from '../peer/cloudformation.ts'
import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'
import { takeAway } from './harness/take-away.ts'

const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
const panel = (page: Page) => page.getByRole('tabpanel')

/** Waits until a thing has stopped moving: what was just placed may still be finding its place. */
async function atRest(thing: Locator): Promise<void> {
  let before = ''
  await expect.poll(async () => {
    const now = JSON.stringify(await thing.boundingBox())
    const isSame = now === before
    before = now
    return isSame
  }, { intervals: [200] }).toBe(true)
}

async function connectVpn(hand: CanvasHand, gateway: RegExp): Promise<void> {
  await atRest(hand.thing(gateway))
  await atRest(hand.thing(/VGW 1/))
  await hand.connect(hand.thing(gateway), hand.thing(/VGW 1/), /^VPN connection/)
}

async function traceSiteToSubnet(page: Page): Promise<void> {
  await tab(page, 'Trace')
  const form = page.getByRole('form', { name: 'Trace a flow' })
  for (const [end, name] of [['From', 'Site 1'], ['To', 'Subnet 1']] as const) {
    await form.getByRole('combobox', { name: end, exact: true }).fill(name)
    await page.getByRole('option', { name }).first().click()
  }
  await form.getByRole('button', { name: 'Trace' }).click()
  await expect(panel(page).getByRole('heading', { name: 'There' })).toContainText(/Delivered/)
  await expect(panel(page).getByRole('heading', { name: 'Back' })).toContainText(/Delivered/)
  await expect(panel(page).getByRole('listitem').filter({ hasText: 'VGW 1' }).first()).toBeVisible()
}

test('an architect draws a VPN, sees what is fragile, mends it, and takes everything away', async ({ page, app }) => {
  const hand = new CanvasHand(page)
  const flagged = hand.thing(/single point of failure/)
  await hand.newDesign()

  await test.step('draw', async () => {
    await hand.drawHybrid()
    await connectVpn(hand, /^Customer gateway 1/)
    await page.getByRole('region', { name: 'Routes for the new link' }).getByRole('button', { name: /^Add the .*routes? this link needs/ }).click()
  })

  await test.step('the customer gateway is a single point of failure of the suggested intent, and a problem once it is accepted', async () => {
    await tab(page, 'Intents')
    await expect(panel(page)).toContainText('Customer gateway 1')
    await page.getByRole('button', { name: 'Accept' }).click()
    await tab(page, 'Problems')
    await expect(panel(page)).toContainText('Customer gateway 1 is a single point of failure')
    await expect(flagged).toHaveCount(1)
  })

  await test.step('trace: the path lights up, with a reason for each hop', async () => {
    await traceSiteToSubnet(page)
    await expect(hand.thing(/on the traced path/).first()).toBeVisible()
  })

  await test.step('a second customer gateway mends it', async () => {
    await hand.frame(/Site 1/).click({ position: { x: 60, y: 12 } })
    await hand.palette.getByRole('button', { name: 'Customer gateway device' }).click()
    await expect(hand.thing(/^Customer gateway 2/)).toHaveAttribute('aria-description', /in Site 1/)
    await connectVpn(hand, /^Customer gateway 2/)
    await tab(page, 'Problems')
    await expect(panel(page)).not.toContainText('is a single point of failure')
    await expect(flagged).toHaveCount(0)
  })

  await test.step('undo, redo, reload: all there', async () => {
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(panel(page)).toContainText('is a single point of failure')
    await page.getByRole('button', { name: 'Redo' }).click()
    await expect(panel(page)).not.toContainText('is a single point of failure')
    await hand.saved()
    const spoken = () => page.locator('.svelte-flow__node').evaluateAll((all) => all.map((node) => node.getAttribute('aria-label')?.replace(', on the traced path', '')).sort())
    const before = await spoken()
    await page.reload()
    await expect.poll(spoken).toEqual(before)
    await tab(page, 'Intents')
    await expect(panel(page)).toContainText('Holds')
  })

  await test.step('take everything away', async () => {
    const { svg, png, pdf, template, file } = await takeAway(app)
    expect(svg.bytes.toString()).toContain('Customer gateway 2')
    expect(png.bytes.length).toBeGreaterThan(10_000)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(Object.keys((JSON.parse(file.bytes.toString()) as { resources: object }).resources).filter((id) => id.startsWith('vpn-connection:'))).toHaveLength(2)
    const text = template.bytes.toString()
    expect(text.match(/Type: AWS::EC2::VPNConnection$/gm)).toHaveLength(2)
    expect(templateErrors(readTemplate(text))).toEqual([])
  })
})
