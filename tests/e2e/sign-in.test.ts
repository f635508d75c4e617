import { expect, signIn, test } from './baton'

for (const name of ['Mia', 'Sam', 'Max', 'Ada'] as const) {
  test(`${name} signs in and stays signed in; without the session the way leads to the sign-in`, async ({ page }) => {
    await signIn(page, name)
    await page.reload()
    await expect(page.getByRole('navigation').first()).toBeVisible()
    await page.context().clearCookies()
    await page.goto('/')
    await expect(page).toHaveURL(/\/sign-in/)
  })
}

test('a wrong password is refused, and the email stays typed', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('mia@baton.example')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveValue('mia@baton.example')
})

test('a page asked for before signing in is there afterwards', async ({ page }) => {
  await page.goto('/settings/account')
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await page.getByLabel('Email').fill('sara@baton.example')
  await page.getByLabel('Password').fill('baton demo')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/settings\/account$/)
})

test('an error in the address that is none of ours is told in a sentence', async ({ page }) => {
  for (const error of ['constructor', '__proto__', 'OAuthSignin']) {
    await page.goto(`/sign-in?error=${error}`)
    await expect(page.getByText('Signing in did not work. Try again.')).toBeVisible()
  }
})
