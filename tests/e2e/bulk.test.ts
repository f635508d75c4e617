import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { callsAs, leadWithTouches } from './api'
import { expect, signIn, test } from './baton'

test.use({ world: { name: 'bulk', has: 'people' } })

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

const figure = (page: Page, label: string) => page.getByRole('term').filter({ hasText: label }).locator('xpath=..')

test('a marketer touches all leads that match, sees beforehand how many become warm, and takes it back', async ({
  page,
  baton,
}) => {
  test.slow()
  const mia = await callsAs(baton, 'Mia')
  for (const [nth, touches] of [2, 2, 0, 4].entries()) await leadWithTouches(mia, `Fair Guest${nth}`, touches)
  const { id } = await mia('POST', '/campaigns', { name: 'Hannover fair', channel: 'networking' })
  await signIn(page, 'Mia')
  await page.goto('/leads')
  const boxes = page.getByRole('checkbox', { name: /^Choose Fair/ })
  await boxes.first().check()
  await expect(page.getByText('1 lead chosen')).toBeVisible()
  await boxes.last().click({ modifiers: ['Shift'] })
  await expect(page.getByText('4 leads chosen')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Choose all 4 that match' }).click()
  await page.getByLabel('Campaign').selectOption('Hannover fair')
  await expect(figure(page, 'Become warm')).toContainText('2')
  await expect(page.getByText('2 of them go to Sales')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Note').fill('Came to our stand')
  await page.getByRole('button', { name: 'Log 4 touches' }).click()
  await expect(page.getByText('Done', { exact: true })).toBeVisible()
  await expect(figure(page, 'Changed')).toContainText('4')
  expect(await mia('GET', `/campaigns/${id}`)).toMatchObject({ reach: 4 })
  expect((await mia('GET', '/handoffs?status=waiting')).data).toHaveLength(3)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take 4 touches back' }).click()
  await expect(page.getByText('4 touches taken back')).toBeVisible()
  expect((await mia('GET', '/handoffs?status=waiting')).data).toHaveLength(1)
  await page.goto('/bulk')
  await expect(page.getByRole('link', { name: 'Log a touch: networking, Hannover fair' })).toBeVisible()
})

test('ticked leads are tagged by keyboard; a rep has no bulk actions', async ({ page, baton }) => {
  const mia = await callsAs(baton, 'Mia')
  for (const name of ['Key One', 'Key Two', 'Key Three']) await leadWithTouches(mia, name, 0)
  await signIn(page, 'Mia')
  await page.goto('/leads?q=key')
  await expect(page.getByRole('checkbox', { name: 'Choose Key Three' })).toBeVisible()
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
  await expect(page.getByText('2 leads chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Tag', exact: true }).click()
  await page.getByLabel('Tags to add').fill('fair, hannover')
  await page.getByRole('button', { name: 'Tag 2 leads' }).click()
  await expect(figure(page, 'Changed')).toContainText('2')
  expect((await mia('GET', '/leads?tag=hannover')).data).toHaveLength(2)
  await page.context().clearCookies()
  await signIn(page, 'Sam')
  await page.goto('/leads')
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  expect((await page.goto('/bulk'))?.status()).toBe(404)
})
