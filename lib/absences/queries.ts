import 'server-only'
import { absenceInclude, type AbsenceShape, absenceShape } from '@/lib/absences/absence-shape'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { db } from '@/lib/db'
import { companySettings } from '@/lib/settings/queries'

/** Who is away or will be, the next first: of everybody, or of one person. */
export async function listAbsences(actor: Actor, now: Date, personId?: string): Promise<AbsenceShape[]> {
  authorise(actor, 'people.read')
  const { timeZone } = await companySettings()
  const rows = await db.absence.findMany({
    where: {
      cancelledAt: null,
      endsOn: { gte: new Date(`${todayIn(timeZone, now)}T00:00:00Z`) },
      ...(personId ? { personId } : {}),
    },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    include: absenceInclude,
  })
  return rows.map(absenceShape)
}
