import { AxeBuilder } from '@axe-core/playwright'
import { callsAs } from './api'
import { expect, signIn, test } from './baton'

test.use({ world: { name: 'campaigns', has: 'people' } })

test('Mia sees what two campaigns did, side by side, by channel and on the calendar', async ({ page, baton }) => {
  const mia = await callsAs(baton, 'Mia')
  const fair = await mia('POST', '/campaigns', {
    name: 'Hannover fair',
    channel: 'networking',
    budget: 900,
    startsOn: '2026-04-20',
    endsOn: '2026-04-24',
  })
  const letter = await mia('POST', '/campaigns', { name: 'Letter', channel: 'direct_mail' })
  for (const n of [1, 2, 3]) {
    const lead = await mia('POST', '/leads', { firstName: `Guest ${n}` })
    const touch = { campaignId: fair.id, channel: 'networking', engaged: true }
    for (let nth = 0; nth < n; nth++) await mia('POST', `/leads/${lead.id}/touchpoints`, touch)
  }

  await signIn(page, 'Mia')
  await page.goto(`/campaigns/${fair.id}`)
  await expect(page.getByText('€900 each')).toBeVisible()
  await page.getByRole('definition').getByRole('link', { name: '1', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Campaign: Hannover fair, warmed' })).toBeVisible()
  await expect(page.getByRole('table').getByRole('link', { name: /^Guest/ })).toHaveText(['Guest 3'])

  await page.goto('/campaigns')
  for (const name of ['Hannover fair', 'Letter']) await page.getByRole('checkbox', { name: `Choose ${name}` }).check()
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('row', { name: /^Reached/ }).getByRole('img', { name: 'Best' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('link', { name: 'Leave Letter out' }).click()
  await expect(page.getByText('Choose one more')).toBeVisible()

  await page.getByRole('link', { name: 'Channels' }).click()
  await expect(page.getByRole('row', { name: /Networking/ })).toContainText('6')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('link', { name: 'Reached, Networking: 3' }).click()
  await expect(page.getByRole('table').getByRole('link', { name: /^Guest/ })).toHaveCount(3)

  await page.goto('/campaigns/calendar?month=2026-03')
  await page.getByRole('link', { name: 'Month after, April 2026' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'April 2026' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await expect(page.getByRole('link', { name: letter.name })).toBeVisible()
  await page.getByRole('link', { name: /^Hannover fair/ }).click()
  await expect(page).toHaveURL(new RegExp(`/campaigns/${fair.id}$`))
})

test('Escape leaves a dialog once, from whichever field, and gives the focus back', async ({ page }) => {
  await signIn(page, 'Mia')
  await page.goto('/campaigns')
  const opener = page.getByRole('link', { name: /^New campaign/ }).first()
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Starts on').focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(opener).toBeFocused()
  await expect(page).toHaveURL(/\/campaigns$/)
})
