import AxeBuilder from '@axe-core/playwright'
import { expect, signIn, test } from './baton'

test('an admin adds somebody, who works at once; deactivated they are out at their next click', async ({
  page,
  browser,
  baton,
}) => {
  await signIn(page, 'Ada')
  await page.goto('/settings/people')
  await page.getByRole('link', { name: 'Add person' }).click()
  await page.getByLabel('Name').fill('Nora')
  await page.getByLabel('Email').fill('MIA@baton.example')
  await page.getByLabel('Role').selectOption('rep')
  await page.getByLabel('Initial password').fill('a first password')
  await page.getByRole('button', { name: 'Add person' }).click()
  await expect(page.getByText('Mia is here already with this email.')).toBeVisible()
  await expect(page.getByLabel('Role')).toHaveValue('rep')
  await page.getByLabel('Email').fill('nora@baton.example')
  await page.getByLabel('Initial password').fill('a first password')
  await page.getByRole('button', { name: 'Add person' }).click()
  await expect(page).toHaveURL(/\/settings\/people$/)

  const theirs = await browser.newContext({ baseURL: baton.url })
  const nora = await theirs.newPage()
  await nora.goto('/sign-in')
  await nora.getByLabel('Email').fill('nora@baton.example')
  await nora.getByLabel('Password').fill('a first password')
  await nora.getByRole('button', { name: 'Sign in' }).click()
  await expect(nora).toHaveURL(/\/sales$/)
  await nora.goto('/settings/people')
  await expect(nora.getByRole('heading', { level: 1 })).toHaveText('There is nothing here for you')

  await page.getByRole('link', { name: 'Nora' }).click()
  await page.getByRole('button', { name: 'Deactivate Nora' }).click()
  await expect(page.getByText('Nora can no longer sign in.').last()).toBeVisible()
  await nora.goto('/leads')
  await expect(nora).toHaveURL(/\/sign-in\?to=%2Fleads$/)
  await theirs.close()
})

test('a key is shown once, and works', async ({ page, request }) => {
  await signIn(page, 'Max')
  await page.goto('/settings/keys')
  await page.getByLabel('What is it for?').fill('Website form')
  await page.getByRole('button', { name: 'Make a key' }).click()
  const key = await page.locator('code', { hasText: /^baton_.{32}$/ }).innerText()
  const answer = await request.get('/api/v1/me', { headers: { authorization: `Bearer ${key}` } })
  expect(await answer.json()).toMatchObject({ name: 'Max', role: 'manager' })
  await page.reload()
  await expect(page.getByText('Website form').first()).toBeVisible()
  await expect(page.getByText(key)).toHaveCount(0)
  await page.getByRole('button', { name: 'Revoke Website form' }).click()
  const answerOf = async () =>
    (await request.get('/api/v1/me', { headers: { authorization: `Bearer ${key}` } })).status()
  await expect.poll(answerOf).toBe(401)
})

test('the pages of people, the account and keys are in order for a screen reader, wide and narrow', async ({
  page,
}) => {
  await signIn(page, 'Ada')
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    for (const path of ['/settings/people', '/settings/people?do=add', '/settings/account', '/settings/keys']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => ({ path, id, where: nodes.map(({ target }) => target) }))).toEqual([])
    }
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('signing in and changing the password work', async ({ page }) => {
    const enter = async (password: string) => {
      await page.goto('/sign-in?to=/settings/account')
      await page.getByLabel('Email').fill('sara@baton.example')
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in' }).click()
    }
    await enter('not the password')
    await expect(page.getByText('This email and password do not go together.')).toBeVisible()
    await expect(page.getByLabel('Email')).toHaveValue('sara@baton.example')
    await enter('baton demo')
    await expect(page).toHaveURL(/\/settings\/account$/)
    await page.getByLabel('Present password').fill('baton demo')
    await page.getByLabel('New password').fill('baton demo')
    await page.getByRole('button', { name: 'Change password' }).click()
    await expect(page.getByText('Your password is changed.')).toBeVisible()
  })
})
