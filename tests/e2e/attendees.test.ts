import { callsAs } from './api'
import { expect, signIn, test } from './baton'

test.use({ world: { name: 'attendees', has: 'people' } })

test('a list of 300 attendees becomes a campaign touch, with the number that become warm seen beforehand', async ({
  page,
  baton,
}) => {
  test.slow()
  const mia = await callsAs(baton, 'Mia')
  const [fair, earlier] = [
    await mia('POST', '/campaigns', { name: 'Hannover fair', channel: 'networking' }),
    await mia('POST', '/campaigns', { name: 'Newsletter', channel: 'email' }),
  ]
  const people = Array.from({ length: 290 }, (_, n) => ({ firstName: 'Guest', email: `guest${n}@fair.example` }))
  for (const person of people) await mia('POST', '/leads', person)
  const days = ['2026-10-01T09:00:00Z', '2026-10-08T09:00:00Z']
  for (const occurredAt of days)
    await mia('POST', `/campaigns/${earlier.id}/touchpoints`, { filter: { q: 'guest1' }, occurredAt })
  await expect.poll(async () => (await mia('GET', '/leads?touchesMin=2&limit=200')).data.length).toBe(111)

  await signIn(page, 'Mia')
  await page.goto(`/campaigns/${fair.id}`)
  await page.getByRole('link', { name: 'Attendee list' }).click()
  const lines = [
    'Name,E-mail',
    ...people.map(({ email }) => `,${email}`),
    ...Array.from({ length: 10 }, (_, n) => `New Guest${n},new${n}@fair.example`),
  ]
  await page
    .getByLabel('CSV or Excel file')
    .setInputFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await page.getByRole('button', { name: 'Find the leads' }).click()
  await expect(page.getByText('fair.csv: 300 lines, 290 leads found.')).toBeVisible()
  await page.getByRole('button', { name: 'Make 10 leads of them' }).click()
  await expect(page.getByText('fair.csv: 300 lines, 300 leads found.')).toBeVisible()
  await expect(page.getByText('111 of them go to Sales')).toBeVisible()
  await page.getByRole('button', { name: 'Log 300 touches' }).click()
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 })
  expect((await mia('GET', '/handoffs?status=waiting&limit=200')).data).toHaveLength(111)
  expect(await mia('GET', `/campaigns/${fair.id}`)).toMatchObject({ reach: 300, warmed: 111 })
  await page.getByRole('button', { name: 'Take 300 touches back' }).click()
  await expect(page.getByText('300 touches taken back')).toBeVisible({ timeout: 30_000 })
  expect((await mia('GET', '/handoffs?status=waiting&limit=200')).data).toHaveLength(0)
})
