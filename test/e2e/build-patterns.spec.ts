import type { Page } from '@playwright/test'
import { type Builder, Keys, Pointer } from './builders.ts'
import { expect, test } from './harness/index.ts'

/** What the window must say of a finished design: how many intents hold, and what alone would break one. */
interface Truth {
  readonly intents: number
  readonly single: readonly string[]
}

/** Two customer gateways of a site, with a line each, and a VPN connection from each to one virtual private gateway. */
async function buildA2(to: Builder): Promise<Truth> {
  await to.put('VPC', 'VPC 1')
  for (const letter of ['a', 'b']) {
    await to.put('Availability Zone', `us-east-1${letter}`, 'VPC 1')
    await to.put('Subnet', letter === 'a' ? 'Subnet 1' : 'Subnet 2', `us-east-1${letter}`)
  }
  await to.put('Virtual private gateway', 'VGW 1', 'VPC 1')
  await to.put('Site', 'Site 1')
  for (const number of [1, 2]) {
    await to.put('ISP link', `ISP link ${number}`, 'Site 1')
    await to.put('Customer gateway device', `Customer gateway ${number}`, 'Site 1')
    await to.join(`Customer gateway ${number}`, 'VGW 1', 'VPN connection', number === 1)
  }
  return { intents: 1, single: [] }
}

/** Three VPCs in two zones each on a transit gateway. */
async function buildB2(to: Builder): Promise<Truth> {
  await to.put('Region', 'us-east-1')
  await to.put('VPC', 'VPC 1', 'us-east-1')
  for (const letter of ['a', 'b']) {
    await to.put('Availability Zone', `us-east-1${letter}`, 'VPC 1')
    await to.put('Subnet', letter === 'a' ? 'Subnet 1' : 'Subnet 2', `us-east-1${letter}`)
  }
  await to.copy('VPC 1', 'VPC 2')
  await to.copy('VPC 2', 'VPC 3')
  await to.put('Transit gateway', 'TGW 1', 'us-east-1')
  for (const number of [1, 2, 3]) await to.join(`VPC ${number}`, 'TGW 1', 'Transit gateway VPC attachment')
  return { intents: 3, single: [] }
}

/** A VPN appliance in each of two zones, each for its own, watched by a monitor; the device and the line of the site are single. */
async function buildD2(to: Builder): Promise<Truth> {
  await to.put('VPC', 'VPC 1')
  await to.put('Internet gateway', 'IGW 1', 'VPC 1')
  for (const [at, letter] of ['a', 'b'].entries()) {
    const zone = `us-east-1${letter}`
    await to.put('Availability Zone', zone, 'VPC 1')
    await to.put('Subnet', `Subnet ${2 * at + 1}`, zone)
    await to.put('VPN appliance', `VPN appliance ${at + 1}`, `Subnet ${2 * at + 1}`)
    await to.put('Subnet', `Subnet ${2 * at + 2}`, zone)
  }
  await to.put('Site', 'Site 1')
  await to.put('ISP link', 'ISP link 1', 'Site 1')
  await to.put('Customer gateway device', 'Customer gateway 1', 'Site 1')
  for (const number of [1, 2]) await to.join('Customer gateway 1', `VPN appliance ${number}`, 'Software VPN')
  await to.put('VPN monitor', 'VPN monitor 1', 'Subnet 1')
  return { intents: 1, single: ['Customer gateway 1', 'ISP link 1'] }
}

/** Reads from the panels whether the design says what is true of its pattern. */
async function expectTruth(page: Page, to: Builder, { intents, single }: Truth): Promise<void> {
  const panel = page.getByRole('tabpanel')
  await to.accept()
  const stated = panel.getByRole('region', { name: /^Intents/ })
  await expect(stated.getByText('Holds', { exact: true })).toHaveCount(intents)
  await expect(stated.getByText(/^(Broken|Cannot tell)$/)).toHaveCount(0)
  const points = panel.getByRole('region', { name: 'Single points of failure' })
  if (single.length === 0) await expect(points).toContainText('No single failure breaks an intent that holds.')
  await expect(points.getByRole('listitem').locator('strong')).toHaveText([...single])
  await to.open('Problems')
  await expect(panel.getByRole('button', { name: /^Errors 0/ })).toBeVisible()
  await to.open('Failures')
  await expect(panel.getByRole('group', { name: 'Show effects' })).toBeVisible()
  await expect(panel.getByRole('group', { name: 'Show effects' }).getByRole('button', { name: /^Broken/ })).toHaveText(single.length === 0 ? [] : [new RegExp(`${single.length}$`)])
}

const RECIPES = { A2: buildA2, B2: buildB2, D2: buildD2 } as const

for (const [pattern, build] of Object.entries(RECIPES)) {
  for (const [way, Way] of [['keys', Keys], ['pointer', Pointer]] as const) {
    test(`${pattern} is built from nothing by ${way} alone`, async ({ page }, info) => {
      test.skip(info.project.name === 'electron-double', 'the window is the same on both hosts, and these walks are long')
      const to = new Way(page)
      await to.start()
      await expectTruth(page, to, await build(to))
    })
  }
}
