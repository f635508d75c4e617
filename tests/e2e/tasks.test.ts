import { callsAs, leadWithTouches } from './api'
import { expect, signIn, test } from './baton'

test.use({ world: { name: 'tasks', has: 'people' } })

test('a rep plans the next step while logging a call, finds it in My day, puts it off and finishes it by key', async ({
  page,
  baton,
}) => {
  const leadId = await leadWithTouches(await callsAs(baton, 'Mia'), 'Ines Berg', 3)
  const sam = await callsAs(baton, 'Sam')
  await sam('POST', '/handoffs/next')
  await sam('POST', `/leads/${leadId}/tasks`, { what: 'Read their tender', dueAt: new Date().toISOString() })
  await signIn(page, 'Sam')
  await page.goto(`/leads/${leadId}`)
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Log a touch' })
  await dialog.getByLabel('What is to be done next').fill('Send the offer')
  await dialog.getByLabel('Due', { exact: true }).selectOption({ label: 'At another time…' })
  await dialog.getByRole('button', { name: 'Log touch' }).click()
  await expect(dialog.getByText('Say when it is due.')).toBeVisible()
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 16)
  await dialog.getByLabel('Due at').fill(tomorrow)
  await dialog.getByRole('button', { name: 'Log touch' }).click()
  await expect(page.getByText(/Touch logged\. Next: Send the offer, tomorrow/)).toBeVisible()

  await expect(dialog).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { name: 'My day' })).toBeVisible()
  const said = (words: string | RegExp) => page.getByText(words).filter({ visible: true })
  const row = (what: string) => page.getByRole('link', { name: `${what}, Ines Berg` })
  await page.keyboard.press('j')
  await expect(row('Read their tender')).toBeFocused()
  await page.keyboard.press('d')
  await expect(said('Done: Read their tender.')).toBeVisible()
  await expect(row('Send the offer')).toBeFocused()
  await page.keyboard.press('z')
  await page.keyboard.press('1')
  await expect(said(/^Send the offer: put off to /)).toBeVisible()
  await row('Send the offer').focus()
  await page.keyboard.press('d')
  await expect(page.getByText('Nothing is planned')).toBeVisible()
})
