import 'server-only'
import { isToday } from '@/lib/absences/present-sql'
import { db, type Tx } from '@/lib/db'
import { passOnGiven } from '@/lib/handoffs/pass-on-given'

/** Absences whose first day has come begin, each once, however many processes look. Done by the clock. */
export async function beginAbsences(now = new Date()): Promise<void> {
  const due = await db.$queryRaw<{ id: string }[]>`
    select a.id from absence a where a.begun_at is null and ${isToday(now)} order by a.starts_on, a.id`
  for (const { id } of due) await db.$transaction((tx) => beginAbsence(tx, id, now), { timeout: 120_000 })
}

/** A step: what waits for who is away alone is passed on, if that was not done before. */
export async function beginAbsence(tx: Tx, absenceId: string, now: Date): Promise<void> {
  const [begun] = await tx.absence.updateManyAndReturn({
    where: { id: absenceId, begunAt: null, cancelledAt: null },
    data: { begunAt: now },
    select: { substituteId: true, person: { select: { id: true, name: true } } },
  })
  if (begun) await passOnGiven(tx, begun.person, { why: 'away', substituteId: begun.substituteId, now })
}
