import { greeting } from '../../scripts/first-data.mjs'
import { expect, test } from './baton'

test.use({ world: { name: 'first admin', has: 'nobody' } })

test('the code that npm start prints makes the first admin, once', async ({ page, baton }) => {
  const line = (await greeting(baton.databaseUrl, baton.url)).find((text) => text.includes('/setup?code=')) ?? ''
  await page.goto('/setup')
  await expect(page.getByLabel('Email')).toHaveCount(0)

  await page.goto(line.trim())
  await page.getByLabel('Your name').fill('Ada')
  await page.getByLabel('Email').fill('ada@example.com')
  await page.getByLabel('Password').fill('a good password')
  await page.getByRole('button', { name: 'Create the admin' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()

  await page.context().clearCookies()
  await page.goto(line.trim())
  await expect(page).toHaveURL(/\/sign-in/)
  expect((await greeting(baton.databaseUrl, baton.url)).join('\n')).not.toContain('code=')
})
