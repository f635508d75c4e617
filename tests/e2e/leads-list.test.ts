import { addLeads } from './many-leads'
import { expect, signIn, test } from './baton'

test.use({ world: { name: 'many leads', has: 'people' } })

test.beforeAll(async ({ baton }) => addLeads(baton.databaseUrl, 8000))

test('8,000 leads are paged, there and back', async ({ page }) => {
  test.slow()
  await signIn(page, 'Mia')
  await page.goto('/leads')
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await expect(pages).toContainText('1 to 50 of 8,000 leads')
  await expect(page.getByRole('row')).toHaveCount(51)
  await pages.getByRole('link', { name: 'Next' }).click()
  await expect(pages).toContainText('51 to 100 of 8,000 leads')
  await pages.getByRole('link', { name: 'Next' }).click()
  await expect(pages).toContainText('101 to 150')
  await expect(page.getByRole('link', { name: 'Number 07900' })).toBeVisible()
  await pages.getByRole('link', { name: 'Previous' }).click()
  await expect(pages).toContainText('51 to 100')
  await expect(page.getByRole('link', { name: 'Number 07950' })).toBeVisible()
})

test('a list that was filtered and sorted is shared by its address', async ({ page, browser, baton }) => {
  await signIn(page, 'Mia')
  await page.goto('/leads')
  await page.getByRole('combobox', { name: 'Campaign' }).selectOption('Lane index')
  await expect(page.getByText('800 leads match')).toBeVisible()
  await page.getByRole('searchbox').first().fill('0123')
  await expect(page.getByRole('list', { name: 'Filters that are on' })).toContainText('“0123”')
  const byName = page.getByRole('columnheader', { name: 'Lead' }).getByRole('link')
  await byName.click()
  await expect(page).toHaveURL(/sort=-name/)
  await byName.click()
  await expect(page).toHaveURL(/sort=name/)
  const names = page.locator('tbody a[data-row]')
  await expect(names.first()).toHaveText(/Number 01230/)
  const [address, seen] = [page.url(), await names.allTextContents()]

  const other = await browser.newContext({ baseURL: baton.url })
  const max = await other.newPage()
  await signIn(max, 'Max')
  await max.goto(address)
  expect(await max.locator('tbody a[data-row]').allTextContents()).toEqual(seen)
  await max.getByRole('link', { name: /Campaign: Lane index/ }).click()
  await expect(max.getByText(/Campaign: Lane index/)).toHaveCount(0)
  await other.close()
})

test('an address with filters that say nothing still shows a list, and says so', async ({ page }) => {
  await signIn(page, 'Mia')
  await page.goto('/leads?stage=tepid&touchesMin=2&cursor=nonsense&sort=shoe')
  await expect(page.getByText('left out: stage')).toBeVisible()
  await expect(page.getByText('800 leads match')).toBeVisible()
  await page.goto('/leads?q=nobody+at+all')
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/leads$/)
})

test('Marketing counts each column, and each count opens its leads', async ({ page }) => {
  await signIn(page, 'Mia')
  await page.goto('/marketing')
  await expect(page.getByText('8,000 cold leads to warm up. 800 need one more touch.')).toBeVisible()
  await page.getByRole('link', { name: 'All 800', exact: true }).click()
  await expect(page.getByText('800 leads match')).toBeVisible()
})

test('a rep has no Marketing and no campaigns', async ({ page }) => {
  await signIn(page, 'Sam')
  for (const path of ['/marketing', '/campaigns', '/companies/00000000-0000-7000-8000-000000000000']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
  }
  await page.goto('/leads')
  await expect(page.getByText('No leads yet')).toBeVisible()
})
