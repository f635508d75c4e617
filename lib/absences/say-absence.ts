import 'server-only'
import { absenceInclude, absenceShape } from '@/lib/absences/absence-shape'
import { beginAbsence } from '@/lib/absences/begin-absences'
import { sayAbsenceInput } from '@/lib/absences/input'
import { substituteRoles } from '@/lib/absences/substitute-roles'
import { authorise } from '@/lib/access/permissions'
import { todayIn } from '@/lib/calendar-day'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { conflict, invalid } from '@/lib/errors'
import { holdTurn } from '@/lib/handoffs/hold-turn'
import { lockPerson } from '@/lib/people/lock-person'
import { companySettings } from '@/lib/settings/queries'
import type { Role } from '@/prisma/generated/enums'

/**
 * Somebody says when they are away and who stands in for them; managers say it of others. From the first day on they are
 * given no leads, what waits for them alone is passed on, and the substitute works their leads. If that is today, at once.
 *
 * Throws INVALID for days that are over and for a substitute who may not do it, CONFLICT where they are away already.
 */
export const sayAbsence = command(
  { ability: 'absence.say', input: sayAbsenceInput },
  async ({ tx, actor, input, now }) => {
    const { person: personId = actor.id, from, to, substitute } = input
    if (personId !== actor.id) authorise(actor, 'absence.others')
    // Before the person, as whoever gives them an offer does.
    await holdTurn(tx)
    const person = await lockPerson(tx, personId)
    const { timeZone } = await companySettings(tx)
    const today = new Date(`${todayIn(timeZone, now)}T00:00:00Z`)
    if (to < today) throw invalid({ to: 'Choose a last day that is not over.' })
    if (substitute) await refuseSubstitute(tx, substitute, person)
    const other = await tx.absence.findFirst({
      where: { personId, cancelledAt: null, startsOn: { lte: to }, endsOn: { gte: from } },
      include: absenceInclude,
    })
    if (other) {
      const { from: first, to: last } = absenceShape(other)
      throw conflict(`${person.name} is away from ${first} to ${last} already. Cancel that first.`)
    }
    const { id } = await tx.absence.create({
      data: { personId, startsOn: from, endsOn: to, substituteId: substitute, saidAt: now, saidById: actor.id },
      select: { id: true },
    })
    if (from <= today) await beginAbsence(tx, id, now)
    return absenceShape(await tx.absence.findUniqueOrThrow({ where: { id }, include: absenceInclude }))
  },
)

async function refuseSubstitute(tx: Tx, substituteId: string, person: { id: string; role: Role }): Promise<void> {
  const roles = substituteRoles[person.role]
  const found = await tx.person.count({
    where: { id: substituteId, deactivatedAt: null, role: { in: [...roles] }, NOT: { id: person.id } },
  })
  if (!found) throw invalid({ substitute: `Choose somebody else who is active and one of ${roles.join(', ')}.` })
}
