import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Calls, callsAs, leadWithTouches } from './api'
import { expect, signIn, startServer, test } from './baton'

test.use({ world: { name: 'sales', has: 'people' } })

let mia: Calls
test.beforeAll(async ({ baton }) => {
  mia = await callsAs(baton, 'Mia')
})

const rows = 'main ul > li a[data-row]'

/** What stands on the page to be read; the list and the detail have the same news, each for its width of screen. */
const said = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true })

test('a rep accepts from the queue by keyboard: the row goes, the next one is open and has the focus', async ({
  page,
}) => {
  for (const name of ['Aiko Tanaka', 'Beth Cole', 'Carl Ek']) await leadWithTouches(mia, name, 3)
  await signIn(page, 'Sam')
  await page.goto('/sales')
  await expect(page.locator(rows)).toHaveCount(3)
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { name: 'Beth Cole' })).toBeVisible()
  await page.keyboard.press('a')
  await expect(said(page, 'You have Beth Cole now.')).toBeVisible()
  await expect(page.locator(rows)).toHaveCount(2)
  await expect(page.getByRole('heading', { name: 'Carl Ek' })).toBeVisible()
  await expect(page.locator(rows).last()).toBeFocused()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { name: 'Aiko Tanaka' })).toBeVisible()
})

test('keys pressed too early are held: A means the lead that J went to, even before the page listens', async ({
  page,
}) => {
  for (const name of ['Ada Early', 'Bo Early', 'Cy Early']) await leadWithTouches(mia, name, 3)
  await signIn(page, 'Sara')
  // The scripts come late, as over a slow line.
  await page.route('**/_next/static/**/*.js', async (route) => {
    await scriptsMayCome
    await route.continue()
  })
  let letScripts = () => {}
  const scriptsMayCome = new Promise<void>((resolve) => (letScripts = resolve))
  await page.goto('/sales', { waitUntil: 'commit' })
  const names = page.locator(rows)
  await expect(names.nth(2)).toBeVisible()
  const second = (await names.nth(1).getAttribute('href')) ?? ''
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  letScripts()
  const { name } = await mia('GET', `/leads/${new URL(second, page.url()).searchParams.get('lead')}`)
  await expect(said(page, `You have ${name} now.`)).toBeVisible()
})

test('two browsers accept the same lead: the second is told who has it, and goes on', async ({ page, browser }) => {
  const leadId = await leadWithTouches(mia, 'Dana Levi', 3)
  const other = await browser.newContext()
  const saras = await other.newPage()
  await signIn(page, 'Sam')
  await signIn(saras, 'Sara')
  // Her page does not hear of it in time.
  await saras.route('/live', (route) => route.abort())
  await page.goto(`/sales?lead=${leadId}`)
  await saras.goto(`/sales?lead=${leadId}`)
  await page.getByRole('button', { name: 'Accept lead' }).click()
  await expect(said(page, 'You have Dana Levi now.')).toBeVisible()
  await saras.keyboard.press('a')
  await expect(said(saras, /^Sam has this lead since \d\d:\d\d\.$/)).toBeVisible()
  await expect(saras.getByRole('link', { name: 'Dana Levi' })).toHaveCount(0)
  await other.close()
})

test('Sam accepts at one server: Sara, at another, loses the row without a reload, and keeps what she reads and writes', async ({
  page,
  browser,
  baton,
}) => {
  const [first, second] = [await leadWithTouches(mia, 'Gil Amar', 3), await leadWithTouches(mia, 'Hana Ono', 3)]
  const server = await startServer(baton.databaseUrl)
  const other = await browser.newContext({ baseURL: server.url })
  const saras = await other.newPage()
  await signIn(page, 'Sam')
  await signIn(saras, 'Sara')
  await saras.goto(`/sales?lead=${first}`)
  const row = (name: string, of = saras) => of.locator(rows).and(of.getByLabel(name))
  await expect(row('Gil Amar')).toBeVisible()
  await page.goto(`/sales?lead=${first}`)
  await page.getByRole('button', { name: 'Accept lead' }).click()
  await expect(row('Gil Amar')).toHaveCount(0)
  await expect(saras.getByRole('heading', { name: 'Gil Amar' })).toBeVisible()
  await expect(said(saras, /^With Sales · Sam since/)).toBeVisible()
  // While she writes, nothing goes away under her hands; when she is done, the page catches up.
  await row('Hana Ono').click()
  await expect(saras.getByRole('heading', { name: 'Hana Ono' })).toBeVisible()
  await saras.keyboard.press('r')
  const note = saras.getByRole('dialog').getByLabel('Note')
  await note.fill('No budget before')
  const max = await callsAs(baton, 'Max')
  await max('POST', `/leads/${second}/close`, { outcome: 'lost', reason: 'no_budget' })
  await expect(row('Hana Ono', page)).toHaveCount(0)
  await expect(note).toHaveValue('No budget before')
  await expect(row('Hana Ono')).toHaveCount(1)
  await saras.keyboard.press('Escape')
  await expect(row('Hana Ono')).toHaveCount(0)
  await other.close()
  await server.stop()
})

test('a rep sends a lead back with a reason, and Marketing answers it', async ({ page, browser }) => {
  const leadId = await leadWithTouches(mia, 'Elena Rossi', 3)
  await signIn(page, 'Sam')
  await page.goto(`/sales?lead=${leadId}`)
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Send back to Marketing' })
  await dialog.getByRole('radio', { name: 'Repair' }).check()
  await dialog.getByRole('button', { name: 'Send back' }).click()
  await expect(dialog.getByText('Choose a reason.')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Reason' }).selectOption('Wrong person')
  await dialog.getByLabel('Note').fill('Ask for the buyer')
  await dialog.getByRole('button', { name: 'Send back' }).click()
  await expect(said(page, 'Elena Rossi is back with Marketing: wrong person.')).toBeVisible()

  const other = await browser.newContext()
  const mias = await other.newPage()
  await signIn(mias, 'Mia')
  await mias.goto('/handoffs?view=answer')
  await expect(mias.getByText('Wrong person: Ask for the buyer')).toBeVisible()
  await mias.getByRole('link', { name: 'Answer the repair of Elena Rossi' }).click()
  const answer = mias.getByRole('dialog', { name: 'Answer the repair' })
  await answer.getByLabel('Note').fill('The buyer is Per')
  await answer.getByRole('button', { name: 'Answer' }).click()
  await expect(mias.getByText('The repair of Elena Rossi is answered: fixed.')).toBeVisible()
  await mias.goto('/handoffs')
  await expect(mias.getByRole('link', { name: /Elena Rossi/ })).toBeVisible()
  await expect(mias.getByText('The buyer is Per')).toBeVisible()
  await other.close()
})

test('Take next gives the rep the lead that is due first', async ({ page }) => {
  await leadWithTouches(mia, 'Farah Nilsson', 3)
  const [first] = (await mia('GET', '/handoffs?status=waiting&limit=1')).data
  await signIn(page, 'Sara')
  await page.goto('/sales')
  await page.keyboard.press('n')
  await expect(said(page, /^You have .* now\.$/)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`view=mine.*after=${first?.id}`))
})

test('Sales, Handoffs and the lead are free of serious accessibility faults, dialogs included', async ({ page }) => {
  test.slow()
  const leadId = await leadWithTouches(mia, 'Greta Holm', 3)
  await signIn(page, 'Max')
  const views = ['/sales', '/sales?view=mine', '/handoffs', '/handoffs?view=returned', `/leads/${leadId}`, '/touch?q=a']
  const dialogs = ['touch', 'return', 'won', 'lost', 'edit', 'offer', 'assign', 'contact', 'delete']
  for (const path of [...views, ...dialogs.map((name) => `/leads/${leadId}?do=${name}`)]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(
      serious.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`),
      path,
    ).toEqual([])
  }
})
test('without JavaScript a rep accepts a lead and logs a touch', async ({ browser, baton }) => {
  test.slow()
  const leadId = await leadWithTouches(mia, 'Felix Brandt', 3)
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baton.url })
  const page = await context.newPage()
  await signIn(page, 'Sam')
  await page.goto(`/sales?lead=${leadId}`)
  await page.getByRole('button', { name: 'Accept lead' }).click()
  await expect(said(page, 'You have Felix Brandt now.')).toBeVisible()
  await page.goto('/touch?q=felix')
  await page.getByRole('link', { name: /Felix Brandt/ }).click()
  await page.getByLabel('Channel').selectOption('Meeting')
  await page.getByLabel('When').fill('2399-01-01T10:00')
  await page.getByLabel('Note').fill('Met on site')
  await page.getByRole('button', { name: 'Log touch' }).click()
  await expect(page.getByText('Write a time between 1970 and 2200.')).toBeVisible()
  await expect(page.getByLabel('Note')).toHaveValue('Met on site')
  await page.getByLabel('When').fill('')
  await page.getByRole('button', { name: 'Log touch' }).click()
  await expect(page.getByText('Touch logged.')).toBeVisible()
  await page.goto(`/leads/${leadId}`)
  await expect(page.getByText('Met on site')).toBeVisible()
  await context.close()
})
