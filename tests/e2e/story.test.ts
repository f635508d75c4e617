import type { Page } from '@playwright/test'
import { expect, signIn, test } from './baton'

test.use({ world: { name: 'story', has: 'people' } })

const file = `First name,Last name,Email,Company,Job Title
Ines,Vidal,ines@norrland.example,Norrland Freight,Head of Operations
Tom,Bergström,tom@kestrel.example,Kestrel Foods,CFO
Priya,Raman,not an address,Halden & Co,VP Supply
`

/** Logs a touch on the lead that is open. */
async function logTouch(page: Page, channel: string, note: string) {
  await page
    .getByRole('link', { name: /^Log touch/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Channel').selectOption(channel)
  await dialog.getByLabel('Note').fill(note)
  await dialog.getByRole('button', { name: 'Log touch' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(note)).toBeVisible()
}

test.setTimeout(180_000)

test('a lead goes from a file to won, through both teams and into the funnel', async ({ page, browser, baton }) => {
  await test.step('Mia imports a file; a row that is wrong is named', async () => {
    await signIn(page, 'Mia')
    await page.goto('/import')
    await page
      .getByLabel('CSV or Excel file')
      .setInputFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await page.getByRole('button', { name: 'Upload and choose columns' }).click()
    await page.getByRole('button', { name: 'Check first' }).click()
    await expect(page.getByText('Nothing is written yet')).toBeVisible()
    await page.getByRole('button', { name: 'Import 2 rows now' }).click()
    const seeLeads = page.getByRole('link', { name: 'See the leads' })
    await expect(seeLeads).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('not an address').first()).toBeVisible()
    await seeLeads.click()
    await expect(page.getByRole('link', { name: /Ines Vidal/ })).toBeVisible()
    await expect(page.getByRole('link', { name: /Tom Bergström/ })).toBeVisible()
    await expect(page.getByText('Priya')).toHaveCount(0)
  })

  await test.step('the third touch makes the lead warm and puts it into the queue', async () => {
    await page.getByRole('link', { name: /Ines Vidal/ }).click()
    await page.waitForURL(/\/leads\/[0-9a-f-]{36}/)
    await logTouch(page, 'networking', 'Met at the fair')
    await logTouch(page, 'email', 'Opened the guide')
    await expect(page.getByText(/waiting for sales/i)).toHaveCount(0)
    await logTouch(page, 'webinar', 'Asked a question')
    await expect(page.getByText(/waiting for sales since/i)).toBeVisible()
    await expect(page.locator('main').getByText('Warm', { exact: true }).first()).toBeVisible()
  })

  const sam = await (await browser.newContext({ baseURL: baton.url })).newPage()
  await test.step('Sam accepts it; a meeting is the fifth touch and the lead is hot', async () => {
    await signIn(sam, 'Sam')
    await sam.goto('/sales')
    await expect(sam.getByRole('heading', { name: /Ines Vidal/ })).toBeVisible()
    await sam.getByRole('button', { name: /^Accept lead/ }).click()
    await expect(sam.getByText(/You have 1 of your own/)).toBeVisible()
    await sam.goto('/sales?view=mine')
    await sam.goto(await leadHref(sam))
    await logTouch(sam, 'follow_up_call', 'Talked about volumes')
    await logTouch(sam, 'meeting', 'Met the team of four')
    await expect(sam.locator('main').getByText('Hot', { exact: true }).first()).toBeVisible()
  })

  await test.step('Sam closes it as won', async () => {
    await sam.getByRole('link', { name: 'Won' }).click()
    const dialog = sam.getByRole('dialog')
    await dialog.getByLabel('Value').fill('86000')
    await dialog.getByRole('button', { name: 'Mark as won' }).click()
    await expect(sam.getByText(/won/i).first()).toBeVisible()
    await expect(
      sam.getByRole('link', { name: 'Reopen' }).or(sam.getByRole('button', { name: 'Reopen' })),
    ).toBeVisible()
  })

  await test.step('Max sees it in the funnel and opens it from there', async () => {
    const max = await (await browser.newContext({ baseURL: baton.url })).newPage()
    await signIn(max, 'Max')
    await max.goto('/dashboard')
    await max.getByRole('link', { name: 'Won: open 1 lead' }).click()
    await max.getByRole('link', { name: /Ines Vidal/ }).click()
    await expect(max.getByRole('heading', { level: 1, name: /Ines Vidal/ })).toBeVisible()
    await expect(max.getByText('€86,000').first()).toBeVisible()
  })
})

/** The page of the lead that is open beside the list. */
async function leadHref(page: Page): Promise<string> {
  return (
    (await page
      .getByRole('heading', { name: /Ines Vidal/ })
      .getByRole('link')
      .getAttribute('href')) ?? ''
  )
}
