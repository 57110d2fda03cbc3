import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { expect } from './harness/index.ts'
import { root } from './harness/root.ts'

/** A small network with two accepted intents that both hang on one router. */
export const samplePath = join(root, 'resources', 'samples', 'hybrid-vpn.causeway.json')

/** Opens the sample as a design of the library and waits until it has been checked. */
export async function openSample(page: Page): Promise<void> {
  await page.getByLabel('Design file').setInputFiles(samplePath)
  await expect(page.getByLabel('Name of the design')).toHaveValue('Hybrid VPN')
  await expect(page.getByRole('button', { name: /hq-router is a single point of failure/ })).toBeVisible()
}

/** The panel with the properties of what is selected. */
export const properties = (page: Page) => page.getByRole('complementary', { name: 'Properties' })

/** Selects the resources of a kind through the list of the empty selection. */
export async function selectKind(page: Page, label: string): Promise<void> {
  await page.getByRole('application', { name: 'Canvas' }).press('Escape')
  await properties(page).getByTitle(`Select all ${label}`, { exact: true }).click()
}

/** Waits until every change is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Every change is in the library, on the disk' })).toBeVisible()
}
