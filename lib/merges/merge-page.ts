import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { visibleLeads } from '@/lib/access/scopes'
import { db } from '@/lib/db'
import { type Evidence, evidenceOf } from '@/lib/duplicates/evidence'
import { notFound } from '@/lib/errors'
import { formatMoney } from '@/lib/format/format-number'
import { latestHandoff } from '@/lib/handoffs/queries'
import { leadShape, type LeadRow, type LeadShape } from '@/lib/leads/lead-shape'
import { whereabouts } from '@/lib/leads/whereabouts'
import { fieldLabels, toldFacts } from '@/lib/merges/told-facts'
import { readPair } from '@/lib/merges/lock-pair'
import { type MergeField, mergeFields, mergedFacts, type MergeSide, proposedSide } from '@/lib/merges/merged-facts'
import { nameKey } from '@/lib/name-key'
import { type Standing as Counted, replay } from '@/lib/scoring/replay'
import { companySettings, currentPolicy, type SavedPolicy } from '@/lib/settings/queries'

/** One fact of both leads side by side. Where they say the same, nobody has to choose. */
export type MergeRow = {
  field: MergeField
  label: string
  kept: string | null
  gone: string | null
  proposed: MergeSide
  isSame: boolean
}

export type MergePage = {
  kept: LeadShape
  gone: LeadShape
  rows: MergeRow[]
  evidence: Evidence[]
  /** The count of the merged lead, by a replay of both ledgers. */
  preview: Counted
  /** Both handoffs that are open: one of them will end. */
  hasTwoOpen: boolean
  handoffs: Record<MergeSide, number>
  tags: string[]
  policy: SavedPolicy
  timeZone: string
}

/** Two leads side by side, with what their merge would make of them. Throws NOT_FOUND, FORBIDDEN. */
export async function getMergePage(actor: Actor, keptId: string, goneId: string, now: Date): Promise<MergePage> {
  authorise(actor, 'lead.merge')
  const ids = [keptId, goneId]
  const visible = await db.lead.count({ where: { AND: [{ id: { in: ids } }, visibleLeads(actor)] } })
  if (visible !== 2) throw notFound('lead')
  const [pair, policy, { timeZone }, touches, handoffs, latest] = await Promise.all([
    readPair(db, keptId, goneId),
    currentPolicy(),
    companySettings(),
    db.touchpoint.findMany({
      where: { leadId: { in: ids } },
      select: { id: true, channel: true, engaged: true, occurredAt: true, loggedAt: true, voidedAt: true },
    }),
    db.handoff.findMany({
      where: { leadId: { in: ids } },
      select: { leadId: true, returnKind: true, returnedAt: true },
    }),
    Promise.all(ids.map((id) => latestHandoff(actor, id, now))),
  ])
  const [kept, gone] = [leadShape(pair.kept.row), leadShape(pair.gone.row)]
  const [before, other] = [pair.kept.snapshot, pair.gone.snapshot]
  const merged = mergedFacts(before, other, {})
  const stands = [
    whereabouts(kept, latest[0] ?? null, now, timeZone),
    whereabouts(gone, latest[1] ?? null, now, timeZone),
  ] as const
  const rows = mergeFields.map((field): MergeRow => {
    const [one, two] = field === 'standing' ? stands : [tell(field, pair.kept.row), tell(field, pair.gone.row)]
    const proposed = proposedSide(field, before, other)
    return { field, label: fieldLabels[field], kept: one, gone: two, proposed, isSame: one === two }
  })
  const count = (leadId: string) => handoffs.filter((handoff) => handoff.leadId === leadId).length
  return {
    kept,
    gone,
    rows,
    evidence: evidenceOf(comparable(pair.kept.row), comparable(pair.gone.row)),
    preview: replay({
      touches,
      recycledAt: handoffs.flatMap(({ returnKind, returnedAt }) =>
        returnKind === 'recycle' && returnedAt ? [returnedAt] : [],
      ),
      closedAt: merged.standing.closedAt === null ? null : new Date(merged.standing.closedAt),
      policy,
      timeZone,
      now,
    }),
    hasTwoOpen: before.standing.open !== null && other.standing.open !== null,
    handoffs: { kept: count(keptId), gone: count(goneId) },
    tags: merged.tags,
    policy,
    timeZone,
  }
}

function tell(field: Exclude<MergeField, 'standing'>, lead: LeadRow): string | null {
  if (field !== 'value') return toldFacts[field](lead)
  return lead.value && formatMoney(Number(lead.value), lead.currency ?? 'EUR')
}

const comparable = ({ firstName, lastName, email, phone, company }: LeadRow) => ({
  firstName,
  lastName,
  email,
  phone,
  companyKey: company && nameKey(company.name),
})
