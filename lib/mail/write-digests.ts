import 'server-only'
import { db } from '@/lib/db'
import { isWorkingDay, momentOfDay } from '@/lib/handoffs/business-clock'
import { todayIn } from '@/lib/calendar-day'
import { workingHours } from '@/lib/settings/promise-rules'
import { companySettings } from '@/lib/settings/queries'

/**
 * Gathers what people chose for the mail of the morning into one mail each, on working days from the company's hour on,
 * once a day however many processes do it. What happens later waits for the next one. Returns how many mails it wrote.
 */
export async function writeDigests(now = new Date()): Promise<number> {
  const [{ digestAtMinute }, hours] = await Promise.all([companySettings(), workingHours()])
  const due = momentOfDay(now, digestAtMinute, hours.timeZone)
  if (now < due || !isWorkingDay(now, hours)) return 0
  const [row] = await db.$queryRaw<{ count: number }[]>`
    with written as (
      insert into mail (person_id, digest_on, created_at, next_try_at)
      select distinct person_id, ${todayIn(hours.timeZone, now)}::date, ${now}::timestamptz, ${now}::timestamptz from notification
      where via = 'digest' and mail_id is null and at <= ${due}
      on conflict (person_id, digest_on) do nothing
      returning id, person_id
    ),
    gathered as (
      update notification n set mail_id = w.id from written w
      where n.person_id = w.person_id and n.via = 'digest' and n.mail_id is null and n.at <= ${due}
    )
    select count(*)::int as count from written`
  return row?.count ?? 0
}
