import 'server-only'
import type { Tx } from '@/lib/db'
import { uuid } from '@/lib/fields'
import { lockLeads } from '@/lib/leads/lock-leads'

/** What somebody may mean a lead by. */
export type Reference = { externalId?: string | undefined; email?: string | undefined }

/**
 * What a living lead is known by: its own external id and address, or those of before a merge. One that has neither is
 * known by its own id, which is what an export calls it.
 */
export type KnownBy = { leadId: string; externalId: string | null; email: string | null; isFormer: boolean }

/**
 * A step: by what the living leads are known that these references may mean. A lead that was merged away stands for the
 * one that it became. It is one statement, so that a merge or its undo at the same time is seen wholly or not at all.
 */
export async function knownBy(tx: Tx, references: Reference[]): Promise<KnownBy[]> {
  const externalIds = references.flatMap(({ externalId }) => externalId ?? [])
  const emails = references.flatMap(({ email }) => email ?? [])
  if (externalIds.length + emails.length === 0) return []
  const ids = externalIds.filter((id) => uuid.safeParse(id).success)
  return tx.$queryRaw<KnownBy[]>`
    with recursive former as (
      select lead_id, external_id, email from former_identity where external_id = any(${externalIds})
      union
      select lead_id, external_id, email from former_identity where email = any(${emails})
      union
      select l.merged_into_id, f.external_id, f.email
      from former f join lead l on l.id = f.lead_id where l.merged_into_id is not null
    )
    select id as "leadId", external_id as "externalId", email, false as "isFormer"
    from lead where external_id = any(${externalIds}) and external_id is not null and deleted_at is null
    union
    select id, external_id, email, false from lead where email = any(${emails}) and deleted_at is null
    union
    select id, id::text, null, false
    from lead where id = any(${ids}::uuid[]) and external_id is null and email is null and deleted_at is null
    union
    select f.lead_id, f.external_id, f.email, true from former f join lead l on l.id = f.lead_id and l.deleted_at is null`
}

/** A step: the same with the leads locked. One that is merged away while we wait for it is looked for again. */
export async function lockKnownBy(tx: Tx, references: Reference[]): Promise<KnownBy[]> {
  const locked = new Set<string>()
  for (;;) {
    const known = await knownBy(tx, references)
    const missing = known.map(({ leadId }) => leadId).filter((leadId) => !locked.has(leadId))
    if (missing.length === 0) return known
    await lockLeads(tx, missing)
    for (const leadId of missing) locked.add(leadId)
  }
}
