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

test('Mia chooses columns, saves the view for all, and Max sees it with its count', async ({
  page,
  browser,
  baton,
}) => {
  await signIn(page, 'Mia')
  await page.goto('/leads?campaign=&stage=cold&touchesMin=2')
  await page.getByRole('link', { name: 'Columns' }).click()
  const dialog = page.getByRole('dialog', { name: 'Columns' })
  await dialog.getByRole('checkbox', { name: 'Company' }).uncheck()
  await dialog.getByRole('checkbox', { name: 'Email' }).check()
  for (let step = 0; step < 9; step++) await dialog.getByRole('button', { name: 'Move Email up' }).click()
  await dialog.getByRole('button', { name: 'Show columns' }).click()
  await expect(page.getByRole('columnheader')).toContainText(['', 'Lead', 'Email', 'Stage'])
  await page.getByRole('link', { name: 'Save view' }).click()
  await page.getByLabel('Name', { exact: true }).fill('One touch short')
  await page.getByLabel('Share with everybody').check()
  await page.getByRole('button', { name: 'Save view' }).click()
  const views = page.getByRole('navigation', { name: 'Views' })
  await expect(views.getByRole('link', { name: 'One touch short 800' })).toHaveAttribute('aria-current', 'page')
  await page.getByRole('link', { name: /Touches: 2 or more/ }).click()
  await page.getByRole('link', { name: 'Reset' }).click()
  await expect(page.getByText('800 leads match')).toBeVisible()

  const other = await browser.newContext({ baseURL: baton.url })
  const max = await other.newPage()
  await signIn(max, 'Max')
  await max.goto('/leads')
  await max.getByRole('link', { name: 'One touch short (Mia) 800' }).click()
  await expect(max.getByRole('columnheader')).toContainText(['', 'Lead', 'Email', 'Stage'])
  await other.close()
})

test('a fact is changed where it stands, by keyboard alone; what is refused says why', async ({ page }) => {
  await signIn(page, 'Mia')
  await page.goto('/leads?q=00042&columns=email,title,value')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  const email = page.getByRole('textbox', { name: /Email of/ })
  await email.fill('nobody')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Write an email address' })).toBeVisible()
  await email.fill('number42@new.example')
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: /Title of/ }).fill('Head of Freight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('cell', { name: /number42@new.example/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: /^Head of Freight/ })).toBeVisible()
  await expect(page.getByLabel('Saved')).toHaveCount(2)
  await page.reload()
  await expect(page.getByRole('cell', { name: /number42@new.example/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: /^Head of Freight/ })).toBeVisible()
})

test('a manager gives a lead to another owner and company where it stands', async ({ page }) => {
  await signIn(page, 'Max')
  await page.goto('/leads?q=00043&columns=owner,company')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await page.getByRole('combobox', { name: /Owner of/ }).selectOption('Max')
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: /Company of/ }).fill('Fresh Freight')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Saved')).toHaveCount(2)
  await page.reload()
  await expect(page.getByRole('cell', { name: /^Max/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: /^Fresh Freight/ })).toBeVisible()
})

test('a misspelled name finds who was meant, and says so', async ({ page }) => {
  await signIn(page, 'Mia')
  await page.goto('/leads?q=Nubmer+00042')
  await expect(page.getByText('No lead is spelled “Nubmer 00042”. This one is like it.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Number 00042' })).toBeVisible()
})
