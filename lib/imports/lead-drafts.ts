import 'server-only'
import type { NewActivity } from '@/lib/activity/activity'
import type { Tx } from '@/lib/db'
import type { LeadRow } from '@/lib/imports/read-facts'
import { Prisma } from '@/prisma/generated/client'

/** What an import can say about a lead. */
export type DraftFacts = {
  externalId: string | null
  email: string | null
  firstName: string | null
  lastName: string | null
  phone: string | null
  title: string | null
  source: string | null
  value: number | null
  currency: string | null
  tags: string[]
  details: Record<string, unknown>
  createdAt: Date
  company: { id: string; name: string } | null
  owner: { id: string; name: string } | null
}

/** A lead as it will be after the batch, what of it changes, and what those facts were before. */
export type Draft = DraftFacts & {
  id: string
  isNew: boolean
  changes: Record<string, { from: unknown; to: unknown }>
  before: Partial<DraftFacts>
}

/** A lead that is about to be made. */
export const draftOf = (id: string, createdAt: Date, owner: DraftFacts['owner']): Draft => ({
  id,
  isNew: true,
  changes: {},
  before: {},
  externalId: null,
  email: null,
  firstName: null,
  lastName: null,
  phone: null,
  title: null,
  source: null,
  value: null,
  currency: null,
  tags: [],
  details: {},
  createdAt,
  company: null,
  owner,
})

/** A step: known leads as drafts in which nothing changes yet. */
export async function loadDrafts(tx: Tx, ids: string[]): Promise<Draft[]> {
  const leads = await tx.lead.findMany({
    where: { id: { in: ids } },
    include: {
      company: { select: { id: true, name: true } },
      state: { select: { owner: { select: { id: true, name: true } } } },
    },
  })
  return leads.map(({ state, value, details, ...lead }) => ({
    ...lead,
    value: value === null ? null : Number(value),
    details: details as Record<string, unknown>,
    owner: state?.owner ?? null,
    isNew: false,
    changes: {},
    before: {},
  }))
}

/** Sets a fact, and remembers what it was before where it differs. */
export function setFact<Name extends keyof DraftFacts>(
  draft: Draft,
  name: Name,
  to: DraftFacts[Name] | undefined,
): void {
  if (to === undefined || JSON.stringify(draft[name]) === JSON.stringify(to)) return
  draft.changes[name] = { from: draft.changes[name]?.from ?? said(draft[name]), to: said(to) }
  const facts: DraftFacts = draft
  if (!(name in draft.before)) draft.before[name] = facts[name]
  facts[name] = to
}

/** How a fact is told in the history: a company and a person by their name. */
const said = (fact: DraftFacts[keyof DraftFacts]): unknown =>
  typeof fact === 'object' && fact !== null && 'name' in fact ? fact.name : fact

/** Takes over what a row says; what it leaves out stays. A value without a currency is in `currency`. */
export function takeRow(
  draft: Draft,
  { facts, details, createdAt }: LeadRow,
  owner: DraftFacts['owner'],
  currency: string,
) {
  const { company: _, ...plain } = facts
  for (const [name, fact] of Object.entries(plain)) setFact(draft, name as keyof typeof plain, fact as never)
  if (facts.value !== undefined && draft.currency === null) setFact(draft, 'currency', currency)
  if (Object.keys(details).length > 0) setFact(draft, 'details', { ...draft.details, ...details })
  setFact(draft, 'createdAt', createdAt)
  if (owner) setFact(draft, 'owner', owner)
}

/** The facts of a draft as they are remembered: company and owner by their ids. */
export const storedFacts = (draft: DraftFacts) => ({
  externalId: draft.externalId,
  email: draft.email,
  firstName: draft.firstName,
  lastName: draft.lastName,
  phone: draft.phone,
  title: draft.title,
  source: draft.source,
  value: draft.value,
  currency: draft.currency,
  tags: draft.tags,
  details: draft.details,
  createdAt: draft.createdAt,
  company: draft.company?.id ?? null,
  owner: draft.owner?.id ?? null,
})

/**
 * Takes over only what the lead lacks: the row is of one that was merged into it, and in the merge somebody chose what
 * it is to say.
 */
export function fillIn(draft: Draft, { facts, details }: LeadRow, currency: string) {
  const { company: _, tags, currency: theirs, ...plain } = facts
  for (const [name, fact] of Object.entries(plain))
    if (draft[name as keyof typeof plain] === null) setFact(draft, name as keyof typeof plain, fact as never)
  if (draft.value !== null && draft.currency === null) setFact(draft, 'currency', theirs ?? currency)
  if (tags) setFact(draft, 'tags', [...new Set([...draft.tags, ...tags])])
  setFact(draft, 'details', { ...details, ...draft.details })
}

const columns = Prisma.sql`
  id uuid, "externalId" text, email text, "firstName" text, "lastName" text, phone text, title text, source text,
  value numeric, currency char(3), tags jsonb, details jsonb, "createdAt" timestamptz(3), "companyId" uuid, "ownerId" uuid`

const tags = Prisma.sql`array(select jsonb_array_elements_text(r.tags))`

function recordset(drafts: Draft[]): Prisma.Sql {
  const rows = drafts.map(({ company, owner, isNew: _, changes: __, before: ___, ...facts }) => ({
    ...facts,
    companyId: company?.id ?? null,
    ownerId: owner?.id ?? null,
  }))
  return Prisma.sql`json_to_recordset(${JSON.stringify(rows)}::json) as r(${columns})`
}

export type Making = { actorId: string; importId: string; now: Date; policyVersion: number }

/** A step: writes new leads on the MARKETING desk, each with its first line of history. */
export async function insertLeads(tx: Tx, drafts: Draft[], { actorId, importId, now, policyVersion }: Making) {
  if (drafts.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    with rows as (select * from ${recordset(drafts)}),
    leads as (
      insert into lead (id, first_name, last_name, email, phone, title, company_id, external_id, source, value, currency,
        tags, details, created_at, recorded_at, created_by_id, import_id)
      select id, "firstName", "lastName", email, phone, title, "companyId", "externalId", source, value, currency,
        ${tags}, details, "createdAt", ${now}, ${actorId}::uuid, ${importId}::uuid
      from rows r order by id
    ),
    states as (
      insert into lead_state (lead_id, policy_version, owner_id, created_at, created_by_id, source, value)
      select id, ${policyVersion}::int, "ownerId", "createdAt", ${actorId}::uuid, source, value from rows
    )
    insert into activity (lead_id, at, actor_id, type, data)
    select id, ${now}, ${actorId}::uuid, 'lead_created', jsonb_strip_nulls(jsonb_build_object('source', source))
    from rows order by id`)
}

/** A step: writes what changes of known, locked leads, each with a new version. */
export async function updateLeads(tx: Tx, drafts: Draft[]) {
  if (drafts.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    with rows as (select * from ${recordset(drafts)}),
    leads as (
      update lead l set first_name = r."firstName", last_name = r."lastName", email = r.email, phone = r.phone,
        title = r.title, company_id = r."companyId", external_id = r."externalId", source = r.source, value = r.value,
        currency = r.currency, tags = ${tags}, details = r.details, created_at = r."createdAt", version = l.version + 1
      from rows r where l.id = r.id
    )
    update lead_state s set owner_id = r."ownerId", created_at = r."createdAt" from rows r where s.lead_id = r.id`)
}

/** The lines of history of what changes of a known lead. */
export function historyOf({ id: leadId, changes }: Draft): NewActivity[] {
  const { owner, ...edits } = changes
  const assigned = owner && {
    ...(typeof owner.from === 'string' ? { from: owner.from } : {}),
    ...(typeof owner.to === 'string' ? { to: owner.to } : {}),
  }
  return [
    ...(Object.keys(edits).length > 0 ? [{ type: 'lead_edited', leadId, data: { changes: edits } } as const] : []),
    ...(assigned ? [{ type: 'lead_assigned', leadId, data: { owner: assigned } } as const] : []),
  ]
}
