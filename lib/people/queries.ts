import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { type PersonShape, personFields } from '@/lib/people/person-shape'

/** Those who work here now, by name: for choosing an owner or a rep. */
export async function listPeople(actor: Actor, tx: Tx = db): Promise<PersonShape[]> {
  authorise(actor, 'people.read')
  return tx.person.findMany({
    where: { deactivatedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: personFields,
  })
}

/** A person as the admin sees them: also those who are gone, and what hangs on each of them. */
type ManagedPerson = PersonShape & {
  createdAt: Date
  deactivatedAt: Date | null
  lastSignInAt: Date | null
  /** Open leads whose rep they are. */
  repLeads: number
  /** Open leads whose owner they are. */
  ownedLeads: number
  keys: number
}

/** Everybody, active ones first, by name. */
export async function listManagedPeople(actor: Actor): Promise<ManagedPerson[]> {
  authorise(actor, 'people.manage')
  return db.$queryRaw<ManagedPerson[]>`
    select p.id, p.name, p.email, p.role::text as role, p.created_at as "createdAt", p.deactivated_at as "deactivatedAt",
      (select max(s.created_at) from session s where s.person_id = p.id) as "lastSignInAt",
      (select count(*)::int from lead_state ls join lead l on l.id = ls.lead_id
        where ls.rep_id = p.id and ls.outcome = 'OPEN' and l.deleted_at is null) as "repLeads",
      (select count(*)::int from lead_state ls join lead l on l.id = ls.lead_id
        where ls.owner_id = p.id and ls.outcome = 'OPEN' and l.deleted_at is null) as "ownedLeads",
      (select count(*)::int from api_key k where k.person_id = p.id and k.revoked_at is null) as keys
    from person p
    order by p.deactivated_at is not null, lower(p.name), p.id`
}
