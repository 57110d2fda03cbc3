import { CanvasHand } from './canvas-hand.ts'
import { expect, test } from './harness/index.ts'
import { properties, saved } from './panels-sample.ts'

test('pools give what is drawn its blocks, bars show what is left, and a VPC is renumbered with all that refers to it', async ({ page }) => {
  const hand = new CanvasHand(page)
  await hand.newDesign()
  await hand.canvas.press('a')
  const panel = page.getByRole('tabpanel', { name: 'IP plan' })
  await expect(panel.getByText('Plan your addresses')).toBeVisible()

  // A pool that is wrong says why; a right one is shown with all of it free.
  await panel.getByRole('button', { name: 'Add a pool' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Virginia')
  await dialog.getByLabel('Region (empty: all)').fill('us-east-1')
  await dialog.getByLabel('Blocks, one a line').fill('10.20.0.1/14')
  await dialog.getByLabel('Keep free').fill('10.20.0.0/16')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByRole('alert')).toHaveText('10.20.0.1/14 has host bits; the block is 10.20.0.0/14.')
  await dialog.getByLabel('Blocks, one a line').fill('10.20.0.0/14')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(panel.getByRole('img', { name: '10.20.0.0/14: 0 % taken, 196,608 addresses free' }).first()).toBeVisible()

  // A VPC in the Region takes the first block that is not kept free, and its subnets take theirs.
  await hand.place('Region', 560, 160)
  await hand.place('VPC', 560, 160)
  await expect(properties(page).getByLabel('IPv4 CIDR blocks 1', { exact: true })).toHaveValue('10.21.0.0/18')
  await hand.place('Subnet', 480, 160)
  await expect(properties(page).getByLabel('IPv4 CIDR', { exact: true })).toHaveValue('10.21.0.0/24')
  await hand.canvas.press('Escape')
  const list = panel.getByRole('list', { name: 'VPCs' })
  await list.getByRole('button', { name: /^VPC 1/ }).click()
  const rows = panel.getByRole('table', { name: 'Addresses of 10.21.0.0/18' })
  await expect(rows.getByRole('row')).toHaveText([/^Addresses/, /^10\.21\.0\.0\/24 *Subnet 1 *256$/, /^10\.21\.1\.0-10\.21\.63\.255 *Free *16,128$/])

  // A second block for the VPC, and a second VPC, from the plan.
  await properties(page).getByRole('button', { name: 'Take 10.22.0.0/16' }).click()
  await expect(properties(page).getByLabel('IPv4 CIDR blocks 2', { exact: true })).toHaveValue('10.22.0.0/16')
  await panel.getByRole('list', { name: 'Pools' }).getByRole('button', { name: /^Virginia/ }).click()
  await panel.getByRole('button', { name: 'Take a block…' }).click()
  await dialog.getByLabel('Size').selectOption('/20')
  await expect(dialog.getByText('Next free: 10.21.64.0/20')).toBeVisible()
  await dialog.getByRole('button', { name: 'Take it' }).click()
  await expect(properties(page).getByLabel('IPv4 CIDR blocks 1', { exact: true })).toHaveValue('10.21.64.0/20')

  // Renumbering is shown beforehand, refuses what is taken, and is one step.
  await list.getByRole('button', { name: /^VPC 1/ }).click()
  await hand.canvas.press('Shift+A')
  await dialog.getByLabel('New block').fill('10.21.64.0/18')
  await expect(dialog.getByText('10.21.64.0/18 overlaps 10.21.64.0/20 of VPC 2.')).toBeVisible()
  await dialog.getByLabel('New block').fill('10.23.0.0/18')
  await expect(dialog.getByText('2 addresses change in 2 resources.')).toBeVisible()
  await expect(dialog.getByRole('table', { name: /^Changes/ }).getByRole('row', { name: /Subnet 1 Subnet/ })).toContainText('10.21.0.0/24→ 10.23.0.0/24')
  await dialog.getByRole('button', { name: 'Renumber', exact: true }).click()
  await expect(properties(page).getByLabel('IPv4 CIDR blocks 1', { exact: true })).toHaveValue('10.23.0.0/18')
  await expect(panel.getByRole('table', { name: 'Addresses of 10.23.0.0/18' }).getByRole('button', { name: 'Subnet 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(properties(page).getByLabel('IPv4 CIDR blocks 1', { exact: true })).toHaveValue('10.21.0.0/18')
  await expect(rows.getByRole('button', { name: 'Subnet 1' })).toBeVisible()
  await saved(page)
})
