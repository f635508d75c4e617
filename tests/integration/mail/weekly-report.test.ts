import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { chooseWeeklyReport } from '@/lib/mail/choose-weekly-report'
import { sendMails } from '@/lib/mail/send-mails'
import { writeWeeklyReports } from '@/lib/mail/write-weekly-reports'
import { readAsked } from '@/lib/reports/asked'
import { dashboardReport } from '@/lib/reports/dashboard'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import { openPostBox, type PostBox } from '@/tests/integration/mail/post-box'

let cast: Cast
let box: PostBox
beforeAll(async () => {
  cast = await castOf()
  box = await openPostBox()
  process.env.MAIL_FROM = 'Baton <baton@lanewise.example>'
  process.env.SMTP_URL = box.url
  await lastWeek()
})
afterAll(() => box.close())
beforeEach(async () => {
  box.taken()
  await db.mail.deleteMany()
  await db.person.updateMany({ data: { weeklyReportSince: null } })
})

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
/** Of the week that is told, `weeks` later; Monday is 3 March 2031. */
const on = (day: string, clock: string, weeks = 0) =>
  new Date(Date.parse(`2031-03-03T${clock}:00Z`) + (weeks * 7 + days.indexOf(day)) * 86_400_000)

/** The week before: one lead. Last week: three, of which one is warm and one won; a fourth touch is logged on the Monday after. */
async function lastWeek() {
  await createLead(cast.mia, { firstName: 'Early' }, { now: on('Wed', '09:00', -1) })
  const ids: string[] = []
  for (const firstName of ['Ines', 'Per', 'Ola'])
    ids.push((await createLead(cast.mia, { firstName }, { now: on('Mon', '09:00') })).id)
  const [ines = '', per] = ids
  for (const day of ['Mon', 'Tue', 'Wed'])
    await logTouch(cast.mia, { leadId: ines, channel: 'email' }, { now: on(day, '10:00') })
  await closeLead(cast.max, { leadId: per, outcome: 'won' }, { now: on('Sun', '23:00') })
  for (const clock of ['06:00', '06:05', '06:10'])
    await logTouch(
      cast.mia,
      { leadId: ids[2], channel: 'email', occurredAt: on('Fri', clock) },
      { now: on('Mon', clock, 1) },
    )
}

const wants = (who: keyof Cast, now = on('Wed', '12:00')) => chooseWeeklyReport(cast[who], { isWanted: true }, { now })

test('on Monday at eight each who chose it gets the week once, with links that open the same numbers', async () => {
  await expect(wants('mia')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await wants('max')
  await wants('ada')
  expect(await writeWeeklyReports(on('Mon', '07:59', 1))).toBe(0)
  const written = await Promise.all(Array.from({ length: 4 }, () => writeWeeklyReports(on('Mon', '08:00', 1))))
  expect(written.reduce((sum, count) => sum + count, 0)).toBe(2)
  await sendMails(on('Mon', '08:01', 1))
  const mails = box.taken()
  expect(mails.map(({ to }) => to?.[0]?.address).toSorted()).toEqual(['ada@baton.example', 'max@baton.example'])
  const [{ subject, text = '', html = '' } = {}] = mails
  expect(subject).toBe('Last week: 3 new, 1 won, 3 Mar 2031 to 9 Mar 2031')
  for (const line of [
    'New leads: 3 (1 the week before)',
    'Became warm: 1 (0 the week before)',
    'Won: 1 (0 the week before)',
    'Lead to win: 33% (0% the week before), 1 of 3 leads',
    'Median touches to win: 0 (– the week before), 1 win',
  ])
    expect(text).toContain(line)

  const [href = ''] = /http:\/\/127\.0\.0\.1:3000\/dashboard\?\S+/.exec(text) ?? []
  expect(html).toContain(`href="${href.replaceAll('&', '&amp;')}"`)
  // Opened years later, with touches logged since.
  const params = Object.fromEntries(new URL(href).searchParams)
  const { books, before } = await readAsked(cast.max, params, new Date('2032-01-01T00:00:00Z'))
  if (!books) throw new Error('a small ledger is replayed at once')
  const { figures, figuresBefore, trend } = await dashboardReport(cast.max, books, before)
  expect(figures).toMatchObject({ leads: 3, won: 1, warmed: 1 })
  expect(figuresBefore).toMatchObject({ leads: 1, won: 0 })
  expect(trend.weeks).toEqual([{ week: '2031-03-03', created: 3, warmed: 1, accepted: 0, hot: 0, won: 1, lost: 0 }])

  expect(await writeWeeklyReports(on('Sun', '23:00', 1))).toBe(0)
  expect(await writeWeeklyReports(on('Mon', '08:00', 2))).toBe(2)
})

test('a server that was away sends last week later in the week, and no week before that', async () => {
  await wants('max')
  expect(await writeWeeklyReports(on('Sat', '22:00', 4))).toBe(1)
  expect((await db.mail.findMany()).map(({ weekOf }) => weekOf)).toEqual([new Date('2031-03-24')])
})

test('who chooses it on a Tuesday gets it from the next Monday on; who is no manager any more gets none', async () => {
  await wants('max', on('Tue', '09:00', 1))
  await wants('max', on('Tue', '09:30', 1))
  expect(await writeWeeklyReports(on('Tue', '10:00', 1))).toBe(0)
  expect(await writeWeeklyReports(on('Mon', '08:00', 2))).toBe(1)
  await db.person.update({ where: { id: cast.max.id }, data: { role: 'rep' } })
  await sendMails(on('Mon', '08:01', 2))
  expect([box.taken(), await db.mail.findMany()]).toMatchObject([[], [{ state: 'dropped' }]])
  expect(await writeWeeklyReports(on('Mon', '08:00', 3))).toBe(0)
  await db.person.update({ where: { id: cast.max.id }, data: { role: 'manager' } })
  await chooseWeeklyReport(cast.max, { isWanted: false })
  expect(await writeWeeklyReports(on('Mon', '08:00', 3))).toBe(0)
})
