import 'server-only'
import type { Tx } from '@/lib/db'
import { endHandoffs } from '@/lib/handoffs/end-handoffs'
import { type BatchContext, type Fate, fateOf } from '@/lib/imports/batch'
import { changedFacts, type Facts } from '@/lib/imports/changed-facts'
import { firstKnown, KnownLeads, leadOf, meaningsOf, type Recognisable } from '@/lib/imports/known-leads'
import { knownPeople } from '@/lib/imports/known-people'
import type { OutcomeRow } from '@/lib/imports/read-facts'
import { recordChanges } from '@/lib/imports/record-changes'
import { standings } from '@/lib/imports/standings'
import { knownBy, lockKnownBy } from '@/lib/leads/known-by'
import { type Reopening, reopenLeads } from '@/lib/leads/reopen-leads'
import { setDoNotContact } from '@/lib/leads/set-do-not-contact'
import { type Closing, setOutcomes } from '@/lib/leads/set-outcomes'
import { companySettings } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/generated/client'
import type { Desk, Outcome, Reason } from '@/prisma/generated/enums'

type Lead = Recognisable & {
  currency: string | null
  outcome: Outcome
  lostReason: Reason | null
  closedAt: Date | null
  desk: Desk
  doNotContact: boolean
  details: Record<string, unknown>
}

/** What a row changes of its lead. */
type Change = {
  leadId: string
  reopening?: Reopening
  closing?: Closing
  facts: { id: string; value: number | null; currency: string | null; details: Record<string, unknown> }
  repId: string | null
}

/**
 * A step: takes outcomes in by the rules of closing. A lead that is closed with the same outcome already is skipped, and
 * so is a close before the one that is known; one with another is reopened and closed in one; wins may be older than their
 * lead. A row may mark its lead do-not-contact, which it never lifts. Returns each row's fate.
 */
export async function importOutcomes(context: BatchContext, rows: OutcomeRow[]): Promise<Fate[]> {
  const { tx, rehearsal } = context
  const known = await (rehearsal ? knownBy : lockKnownBy)(
    tx,
    rows.flatMap(({ lead }) => meaningsOf(lead)),
  )
  const ids = known.map(({ leadId }) => leadId)
  const loaded = await loadLeads(tx, ids)
  for (const lead of loaded) {
    Object.assign(lead, rehearsal?.outcomes.get(lead.id))
    lead.doNotContact ||= rehearsal?.marked.has(lead.id) ?? false
  }
  const leads = new KnownLeads(loaded, known)
  const people = await knownPeople(
    tx,
    rows.map(({ repEmail }) => repEmail),
  )
  const { currency } = await companySettings(tx)

  // A lead that the batch names twice is changed twice: each wave has it once.
  const waves: Change[][] = []
  const waveOf = new Map<string, number>()
  const marked: string[] = []
  const fates = rows.map((row) =>
    fateOf(() => {
      const lead = leadOf(leads, firstKnown(leads, row.lead), context.seen)
      const rep = row.repEmail ? people.named('rep', row.repEmail) : null
      const outcome = row.outcome.toUpperCase() as Outcome
      const isMarked = row.doNotContact && !lead.doNotContact
      if (isMarked) marked.push(lead.id)
      lead.doNotContact ||= row.doNotContact
      if (isMarked) rehearsal?.marked.add(lead.id)
      if (lead.outcome === outcome || isOlder(row, lead)) return isMarked ? 'updated' : 'skipped'
      const wave = waveOf.get(lead.id) ?? 0
      waveOf.set(lead.id, wave + 1)
      waves[wave] = [...(waves[wave] ?? []), changeOf(lead, row, rep?.id ?? null, currency)]
      const fate = lead.outcome === 'OPEN' ? 'created' : 'updated'
      const standing = { outcome, closedAt: outcome === 'OPEN' ? null : row.closedAt }
      Object.assign(lead, standing)
      rehearsal?.outcomes.set(lead.id, standing)
      return fate
    }),
  )
  if (rehearsal) return fates
  for (const changes of waves) await apply(context, changes)
  await mark(context, marked)
  return fates
}

/** An older deal undoes no later one of the same lead, in whatever order they come. */
const isOlder = (row: OutcomeRow, lead: Lead) =>
  row.outcome !== 'open' && lead.closedAt !== null && row.closedAt < lead.closedAt

async function mark({ tx, actor, now, importId }: BatchContext, leadIds: string[]) {
  const before = await standings(tx, leadIds)
  await setDoNotContact(tx, leadIds, { doNotContact: true, byId: actor.id, now })
  await remember(tx, importId, leadIds, before)
}

/** What became of leads is remembered, so that it can go back. */
async function remember(tx: Tx, importId: string, leadIds: string[], before: Map<string, Facts>) {
  const after = await standings(tx, leadIds)
  await recordChanges(
    tx,
    importId,
    leadIds.flatMap((leadId) => {
      const changed = changedFacts(before.get(leadId) ?? {}, after.get(leadId) ?? {})
      return changed ? [{ leadId, ...changed }] : []
    }),
  )
}

function changeOf(lead: Lead, row: OutcomeRow, repId: string | null, currency: string): Change {
  const { outcome, reason, note, value, closedAt } = row
  const { id: leadId } = lead
  lead.details = { ...lead.details, ...row.details }
  lead.currency = row.currency ?? lead.currency ?? (value === undefined ? null : currency)
  const closing = { leadId, outcome: outcome === 'won' ? 'WON' : 'LOST', reason, note, value, closedAt } as const
  return {
    leadId,
    repId,
    facts: { id: leadId, value: value ?? null, currency: lead.currency, details: lead.details },
    ...(lead.outcome === 'OPEN' ? {} : { reopening: { leadId, from: lead.outcome } }),
    ...(outcome === 'open' ? {} : { closing }),
  }
}

async function apply({ tx, actor, now, importId }: BatchContext, changes: Change[]) {
  const leadIds = changes.map(({ leadId }) => leadId)
  const before = await standings(tx, leadIds)
  const closings = changes.flatMap(({ closing }) => closing ?? [])
  await reopenLeads(
    tx,
    actor,
    changes.flatMap(({ reopening }) => reopening ?? []),
    now,
  )
  await endHandoffs(
    tx,
    closings.map(({ leadId }) => leadId),
    { why: 'lead_closed', byId: actor.id, now },
  )
  await writeFacts(tx, changes)
  await setOutcomes(tx, actor, closings, now)
  await remember(tx, importId, leadIds, before)
}

/** Values and details go to the lead; a rep who is named gets it, as when a manager gives it to one. */
async function writeFacts(tx: Tx, changes: Change[]) {
  const facts = JSON.stringify(changes.map((change) => change.facts))
  await tx.$executeRaw(Prisma.sql`
    update lead l set value = coalesce(r.value, l.value), currency = r.currency, details = r.details, version = l.version + 1
    from json_to_recordset(${facts}::json) as r(id uuid, value numeric, currency char(3), details jsonb)
    where l.id = r.id
      and (l.value, l.currency, l.details) is distinct from (coalesce(r.value, l.value), r.currency, r.details)`)
  const given = changes.filter(({ repId }) => repId !== null)
  if (given.length > 0)
    await tx.$executeRaw(Prisma.sql`
      update lead_state s set rep_id = r."repId", desk = 'SALES'
      from json_to_recordset(${JSON.stringify(given)}::json) as r("leadId" uuid, "repId" uuid)
      where s.lead_id = r."leadId"`)
}

async function loadLeads(tx: Tx, ids: string[]): Promise<Lead[]> {
  const leads = await tx.lead.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      externalId: true,
      email: true,
      currency: true,
      details: true,
      state: { select: { outcome: true, lostReason: true, closedAt: true, desk: true, doNotContact: true } },
    },
  })
  return leads.flatMap(({ state, details, ...lead }) =>
    state ? [{ ...lead, ...state, details: details as Record<string, unknown> }] : [],
  )
}
