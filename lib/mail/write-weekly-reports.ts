import 'server-only'
import { rolesThatMay } from '@/lib/access/permissions'
import { addDays, mondayOf, todayIn } from '@/lib/calendar-day'
import { db } from '@/lib/db'
import { momentOfDay } from '@/lib/handoffs/business-clock'
import { origin } from '@/lib/mail/origin'
import { weeklyContent } from '@/lib/mail/weekly-content'
import { periodEdge } from '@/lib/period'
import { weeklyReport } from '@/lib/reports/weekly-report'
import { companySettings } from '@/lib/settings/queries'

/**
 * Writes the mail of last week to each who chose it before it was due: from the company's hour on Monday on, once a person
 * and week however many processes do it. One that starts on a later day of the week still writes it; weeks before the last
 * are never made up for. Its words are put down here, for its numbers do not change any more. Returns how many it wrote.
 */
export async function writeWeeklyReports(now = new Date()): Promise<number> {
  const { digestAtMinute, timeZone, companyName } = await companySettings()
  const monday = mondayOf(todayIn(timeZone, now))
  const due = momentOfDay(periodEdge(monday, timeZone) ?? now, digestAtMinute, timeZone)
  if (now < due) return 0
  const lastMonday = addDays(monday, -7)
  const weekOf = new Date(lastMonday)
  const readers = await db.person.findMany({
    where: {
      weeklyReportSince: { lte: due },
      deactivatedAt: null,
      role: { in: rolesThatMay('report.read') },
      mails: { none: { weekOf } },
    },
    select: { id: true, name: true, email: true, role: true },
  })
  const [reader] = readers
  const report = reader && (await weeklyReport(reader, lastMonday, now))
  if (!report) return 0
  const content = weeklyContent({ ...report, company: companyName, origin: origin() })
  const { count } = await db.mail.createMany({
    data: readers.map(({ id: personId }) => ({ personId, weekOf, createdAt: now, nextTryAt: now, ...content })),
    skipDuplicates: true,
  })
  return count
}
