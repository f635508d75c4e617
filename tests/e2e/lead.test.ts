import { type Calls, callsAs, leadWithTouches } from './api'
import { expect, signIn, test } from './baton'

test.use({ world: { name: 'lead', has: 'people' } })

let mia: Calls
test.beforeAll(async ({ baton }) => {
  mia = await callsAs(baton, 'Mia')
})

test('a touch is logged from anywhere by keyboard, says what it led to, and can be undone', async ({ page }) => {
  await leadWithTouches(mia, 'Ines Vidal', 2)
  await signIn(page, 'Mia')
  await page.goto('/handoffs')
  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Log a touch: whose?' }).waitFor()
  await page.keyboard.type('ines')
  await expect(page.getByRole('option', { name: /Ines Vidal/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Log a touch' })
  await expect(dialog.getByLabel('Channel')).toBeFocused()
  await page.keyboard.type('Web')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Touch logged. Ines is now warm and offered to Sales.', { exact: true })).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText(/^Waiting for Sales since/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('With Marketing · Mia')).toBeVisible()
  await expect(page.getByText(/Voided by Mia/)).toBeVisible()
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

test('a touch is voided and stays in the history; the lead is won and reopened', async ({ page }) => {
  const leadId = await leadWithTouches(mia, 'Lotta Berg', 1)
  await signIn(page, 'Max')
  await page.goto(`/leads/${leadId}`)
  await page.getByRole('link', { name: /^Void this touch: Webinar/ }).click()
  await page.getByRole('button', { name: 'Void touch' }).click()
  await expect(page.getByText(/Voided by Max/)).toBeVisible()
  await expect(
    page.getByText('No touch yet', { exact: false }).or(page.getByText('3 more to warm')).first(),
  ).toBeVisible()

  await page.goto(`/leads/${leadId}?do=won`)
  await page.getByLabel('Value').fill('86,000')
  await page.getByRole('button', { name: 'Mark as won' }).click()
  await expect(page.getByText('Lotta Berg is won.', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Reopen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByText('Lotta Berg is open again.', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Reopen' })).toHaveCount(0)
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
