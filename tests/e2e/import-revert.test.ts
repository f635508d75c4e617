import { callsAs } from './api'
import { expect, signIn, test } from './baton'

test.use({ world: { name: 'import-revert', has: 'people' } })

test('Mia takes an import back: untouched leads go, the touched one stays and is named', async ({ page, baton }) => {
  const mia = await callsAs(baton, 'Mia')
  const names = ['Ines', 'Tom', 'Aiko']
  const lines = ['First name,E-mail', ...names.map((name) => `${name},${name.toLowerCase()}@norrland.example`)]
  await signIn(page, 'Mia')
  await page.goto('/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await page.getByRole('button', { name: 'Upload and choose columns' }).click()
  await page.getByRole('button', { name: 'Import 3 rows as leads' }).click()
  await expect(page.getByText('All 3 rows are in')).toBeVisible({ timeout: 20_000 })
  const [ines] = (await mia('GET', '/leads?q=ines')).data
  const leadId = ines?.id ?? ''
  await mia('POST', `/leads/${leadId}/touchpoints`, { channel: 'email' })

  await page.getByRole('button', { name: 'Take this import back' }).click()
  await expect(page.getByText('Taken back, but of 1 lead something stays')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Touched since by Mia: it stays.')).toBeVisible()
  expect((await mia('GET', '/leads')).data.map(({ name }) => name)).toEqual(['Ines'])
  await page.getByRole('link', { name: 'Ines' }).click()
  await expect(page).toHaveURL(new RegExp(`/leads/${leadId}`))
})
