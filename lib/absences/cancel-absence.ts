import 'server-only'
import { absenceInclude, absenceShape } from '@/lib/absences/absence-shape'
import { absenceIdInput } from '@/lib/absences/input'
import { authorise } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { command } from '@/lib/command'
import { conflict, notFound } from '@/lib/errors'
import { companySettings } from '@/lib/settings/queries'

/**
 * Somebody is there after all, or is back sooner; managers say it of others. What was passed on stays where it is.
 * Cancelling twice is fine.
 *
 * Throws NOT_FOUND, CONFLICT for an absence that is over.
 */
export const cancelAbsence = command(
  { ability: 'absence.say', input: absenceIdInput },
  async ({ tx, actor, input: { absenceId: id }, now }) => {
    const absence = await tx.absence.findUnique({ where: { id }, include: absenceInclude })
    if (!absence) throw notFound('absence')
    if (absence.personId !== actor.id) authorise(actor, 'absence.others')
    const { timeZone } = await companySettings(tx)
    const shape = absenceShape(absence)
    if (shape.to < todayIn(timeZone, now)) throw conflict('This absence is over.')
    await tx.absence.updateMany({ where: { id, cancelledAt: null }, data: { cancelledAt: now } })
    return shape
  },
)
