import { expect, signIn, test } from './baton'

test.use({ world: { name: 'new leads', has: 'people' } })

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false })

  test('a lead is made by the form, and what was typed stays after a refusal', async ({ page }) => {
    await signIn(page, 'Mia')
    await page.goto('/leads')
    await page.getByRole('link', { name: 'New lead' }).click()
    await page.getByRole('dialog').getByLabel('First name').fill('Ines')
    await page.getByRole('dialog').getByLabel('Email').fill('ines@norrland.example')
    await page.getByRole('dialog').getByLabel('Company · optional').fill('Norrland Freight')
    await page.getByRole('dialog').getByLabel('Value in').fill('a lot')
    await page.getByRole('button', { name: 'Create lead' }).click()
    await expect(page.getByText('Write an amount as a number.')).toBeVisible()
    await expect(page.getByRole('dialog').getByLabel('First name')).toHaveValue('Ines')
    await page.getByRole('dialog').getByLabel('Value in').fill('86 000')
    await page.getByRole('button', { name: 'Create lead' }).click()
    await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ines')
  })
})

test('a known address names its lead to those who may see it, and leads there', async ({ page, browser, baton }) => {
  await signIn(page, 'Mia')
  await page.goto('/leads?do=new')
  await page.getByRole('dialog').getByLabel('First name').fill('Tom')
  await page.getByRole('dialog').getByLabel('Email').fill('tom@kestrel.example')
  await page.getByRole('button', { name: 'Create lead' }).click()
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
  const lead = new URL(page.url()).pathname

  await page.goto('/leads?do=new')
  await page.getByRole('dialog').getByLabel('Email').fill('TOM@kestrel.example')
  await page.getByRole('button', { name: 'Create lead' }).click()
  await expect(page.getByText('Tom has this email address already. Open that lead instead.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open Tom' })).toHaveAttribute('href', lead)

  const other = await browser.newContext({ baseURL: baton.url })
  const sam = await other.newPage()
  await signIn(sam, 'Sam')
  await sam.goto('/leads?do=new')
  await sam.getByRole('dialog').getByLabel('Email').fill('tom@kestrel.example')
  await sam.getByRole('button', { name: 'Create lead' }).click()
  await expect(sam.getByText('This lead is already known. Ask Marketing.')).toBeVisible()
  await other.close()
})

test('a campaign and a company are made, and a touch is logged for the campaign', async ({ page }) => {
  await signIn(page, 'Mia')
  await page.goto('/campaigns?do=new')
  await page.getByRole('dialog').getByLabel('Name').fill('Rate card by post')
  await page.getByRole('combobox', { name: 'Channel' }).selectOption('Direct mail')
  await page.getByRole('button', { name: 'Create campaign' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rate card by post' })).toBeVisible()

  await page.goto('/companies?do=new')
  await page.getByRole('dialog').getByLabel('Name').fill('Lind Trä')
  await page.getByRole('button', { name: 'Create company' }).click()
  await page.getByRole('link', { name: 'New lead' }).click()
  await page.getByRole('dialog').getByLabel('First name').fill('Oskar')
  await page.getByRole('button', { name: 'Create lead' }).click()
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)

  await page.goto('/marketing')
  await page.getByRole('link', { name: 'Log campaign touch' }).click()
  await page.getByRole('dialog').getByRole('link', { name: /Oskar/ }).click()
  await page.getByRole('combobox', { name: 'Campaign' }).selectOption('Rate card by post')
  await page.getByRole('button', { name: 'Log touch' }).click()
  await expect(page.getByText('Touch of Oskar logged').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: /One touch 1/ })).toBeVisible()
})

test('the search answers leads and companies in JSON, and nobody else’s question', async ({ page, request }) => {
  expect((await request.get('/search.json?q=oskar')).status()).toBe(401)
  await signIn(page, 'Mia')
  const answer = await page.request.get('/search.json?q=lind')
  expect(await answer.json()).toMatchObject([{ name: 'Oskar' }, { name: 'Lind Trä', stage: null }])
})
