import 'server-only'
import { isToday } from '@/lib/absences/present-sql'
import type { Tx } from '@/lib/db'
import type { Taker } from '@/lib/handoffs/give-out'

/**
 * The reps who are there and may be given leads, in the order of their turns. What they have are open leads on their desk, and what
 * waits for them alone.
 */
export async function takersOf(
  tx: Tx,
  { maxHeldLeads, now }: { maxHeldLeads: number | null; now: Date },
): Promise<(Taker & { name: string })[]> {
  const reps = await tx.$queryRaw<{ id: string; name: string; load: number }[]>`
    select p.id, p.name,
      (select count(*)::int from lead_state s
        where s.rep_id = p.id and s.outcome = 'OPEN' and s.desk = 'SALES' and s.deleted_at is null)
      + (select count(*)::int from handoff h where h.given_to_id = p.id and h.status = 'WAITING' and h.due_at > ${now}) as load
    from person p where p.role = 'rep' and p.deactivated_at is null
      and not exists (select from absence a where a.person_id = p.id and ${isToday(now)})
    order by p.id`
  return reps.map((rep) => ({ ...rep, room: maxHeldLeads === null ? Infinity : maxHeldLeads - rep.load }))
}
