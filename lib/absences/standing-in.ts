import 'server-only'
import { isToday } from '@/lib/absences/present-sql'
import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'

/** The person with those whose leads they work today. Asked for reps alone: others see and do that anyway. */
export async function withStandIns(person: Actor, now: Date): Promise<Actor> {
  if (person.role !== 'rep') return person
  const absent = await db.$queryRaw<{ id: string }[]>`
    select a.person_id as id from absence a where a.substitute_id = ${person.id}::uuid and ${isToday(now)}`
  return absent.length === 0 ? person : { ...person, standsInFor: absent.map(({ id }) => id) }
}
