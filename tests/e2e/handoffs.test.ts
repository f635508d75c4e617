import { callsAs, leadWithTouches } from './api'
import { expect, signIn, test } from './baton'

test.use({ world: { name: 'handoffs', has: 'people' } })

test.beforeAll(async ({ baton }) => {
  const [mia, sam] = [await callsAs(baton, 'Mia'), await callsAs(baton, 'Sam')]
  for (const name of ['Ines Vidal', 'Per Berg', 'Lotta Berg', 'Olle Dahl']) await leadWithTouches(mia, name, 3)
  const { data } = await sam('GET', '/handoffs?status=waiting')
  const [first, second, third] = data.map(({ id }) => id)
  await sam('POST', `/handoffs/${first}/accept`)
  await sam('POST', `/handoffs/${second}/return`, { kind: 'recycle', reason: 'not_now' })
  await mia('POST', `/handoffs/${third}/withdraw`)
})

test('each number of handoffs on the dashboard opens the list of exactly these', async ({ page }) => {
  await signIn(page, 'Max')
  await page.goto('/dashboard')
  const links = page.locator('a[href^="/handoffs?view=all"]')
  const opened = await links.evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute('href') ?? '', text: link.textContent?.trim() ?? '' })),
  )
  const numbers = opened.filter(({ text }) => /^\d+( offered)?$/.test(text))
  expect(numbers.map(({ text }) => text).toSorted()).toEqual(['1', '1', '1', '1', '1', '1', '4 offered'])
  for (const { href, text } of numbers) {
    await page.goto(href)
    const total = parseInt(text)
    await expect(page.getByText(`${total} ${total === 1 ? 'handoff' : 'handoffs'}`, { exact: true })).toBeVisible()
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(total + 1)
  }
})

test('all handoffs are narrowed to a period of days, and a filter is taken away again', async ({ page }) => {
  await signIn(page, 'Mia')
  await page.goto('/handoffs?view=all&fate=accepted&offeredTo=2020-01-01')
  await expect(page.getByText('No handoff matches')).toBeVisible()
  await page.getByRole('link', { name: /^Offered up to 31 Dec 2019/ }).click()
  await expect(page.getByText('1 handoff', { exact: true })).toBeVisible()
  const before = page.getByRole('combobox', { name: 'Offered before' })
  await before.selectOption('today')
  await expect(page).toHaveURL(/offeredTo=today/)
  await expect(page.getByText('No handoff matches')).toBeVisible()
  await before.selectOption('a day…')
  await page.getByLabel('Offered before the day').fill('2020-01-02')
  await expect(page).toHaveURL(/offeredTo=2020-01-02/)
  await expect(page.getByText('No handoff matches')).toBeVisible()
})

test('an address with parts that say nothing shows the list, and names them', async ({ page, baton }) => {
  await signIn(page, 'Max')
  const mia = await callsAs(baton, 'Mia')
  const { data } = await mia('GET', '/leads')
  await page.goto('/handoffs?view=all&fate=lost&offeredFrom=soon&cursor=nonsense&start=50')
  await expect(page.getByText('left out: fate, offeredFrom.')).toBeVisible()
  await expect(page.getByText('4 handoffs', { exact: true })).toBeVisible()
  await page.goto('/sales?cursor=nonsense&start=50')
  await expect(page.getByRole('heading', { name: 'Sales', exact: true })).toBeVisible()
  await page.goto(`/leads/${data[0]?.id}?cursor=nonsense&do=constructor`)
  await expect(page.getByText('Lead created')).toBeVisible()
  for (const address of [
    '/touch?q=%00',
    '/campaigns?do=touch&find=%00',
    '/leads?q=%00&sort=constructor&stage=__proto__',
  ])
    expect((await page.goto(address))?.status(), address).toBe(200)
})
