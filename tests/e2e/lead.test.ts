import { type Calls, callsAs, leadWithTouches } from './api'
import { expect, signIn, test } from './baton'

test.use({ world: { name: 'lead', has: 'people' } })

let mia: Calls
test.beforeAll(async ({ baton }) => {
  mia = await callsAs(baton, 'Mia')
})

test('whoever edits a lead that somebody has just changed is told, loses nothing, and may overwrite', async ({
  page,
}) => {
  const leadId = await leadWithTouches(mia, 'Per Berg', 0)
  await signIn(page, 'Max')
  await page.goto(`/leads/${leadId}?do=edit`)
  await page.getByLabel('Role').fill('Head of Operations')
  await mia('PATCH', `/leads/${leadId}`, { title: 'CFO' }, { 'If-Match': '*' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/Mia has changed this lead meanwhile \(title: nothing to CFO\)/)).toBeVisible()
  await expect(page.getByLabel('Role')).toHaveValue('Head of Operations')
  await page.getByRole('button', { name: 'Save mine over theirs' }).click()
  await expect(page.getByText('Per Berg is saved.', { exact: true })).toBeVisible()
  await expect(page.getByText('title: CFO to Head of Operations')).toBeVisible()
})

test('a lead that is not there, or not theirs, is not there for a rep', async ({ page }) => {
  const leadId = await leadWithTouches(mia, 'Hidden Cold', 1)
  await signIn(page, 'Sam')
  for (const path of [`/leads/${leadId}`, '/leads/00000000-0000-4000-8000-000000000000', '/leads/nonsense']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'There is nothing here for you' })).toBeVisible()
    await expect(page.getByRole('navigation').first()).toBeVisible()
  }
})
