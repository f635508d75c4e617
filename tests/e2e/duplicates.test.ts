import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { callsAs } from './api'
import { expect, signIn, test } from './baton'

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

test('a manager is warned of a double, sees both side by side, merges them and takes it back', async ({
  page,
  baton,
}) => {
  const max = await callsAs(baton, 'Max')
  const company = { name: 'Doppel AG' }
  const known = await max('POST', '/leads', {
    firstName: 'Greta',
    lastName: 'Zwilling',
    email: 'greta@doppel.example',
    company,
  })
  await max('POST', `/leads/${known.id}/touchpoints`, { channel: 'webinar' })
  await signIn(page, 'Max')
  await page.goto('/leads?do=new')
  await page.getByLabel('First name').fill('Grete')
  await page.getByLabel('Last name').fill('Zwilling')
  await page.getByLabel(/^Company(?!’)/).fill('Doppel AG')
  await page.getByLabel(/^Phone/).fill('+49 30 1234567')
  await expect(page.getByText('Greta Zwilling, Doppel AG: name one letter apart')).toBeVisible()
  await page.getByRole('button', { name: 'Create lead' }).click()
  await page.getByRole('link', { name: 'Compare with Greta Zwilling' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Are these two one person?')
  await page.getByRole('link', { name: 'Keep this one instead' }).click()
  await expect(page).toHaveURL(new RegExp(`/duplicates/${known.id}/`))
  await page.getByRole('group', { name: 'First name' }).getByRole('radio', { name: 'Greta' }).focus()
  await page.keyboard.press('ArrowRight')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Merge the two leads' }).click()
  await expect(page.getByText('Grete Zwilling was merged into this lead.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Grete Zwilling')
  await expect(page.getByRole('link', { name: '+49 30 1234567' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: /^Undo: Max merged/ }).click()
  await page.getByRole('button', { name: 'Undo the merge' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Greta Zwilling')
  await expect(async () => {
    await page.goto('/duplicates')
    await expect(page.getByRole('link', { name: /^Compare .*Zwilling/ })).toBeVisible({ timeout: 500 })
  }).toPass()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Not the same' }).click()
  await expect(page.getByText('No two leads look alike')).toBeVisible()
})
