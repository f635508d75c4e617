import 'server-only'
import { isEditable } from '@/lib/access/scopes'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { settleCompany } from '@/lib/companies/settle-company'
import { forbidden, invalid, stale } from '@/lib/errors'
import { editLeadInput, isNamed, type LeadChanges, unnamed } from '@/lib/leads/input'
import { leadIdentities } from '@/lib/leads/lead-identities'
import { type LeadShape, leadShape } from '@/lib/leads/lead-shape'
import { lockIdentities } from '@/lib/leads/lock-identities'
import { getLead, lockLead } from '@/lib/leads/queries'
import { refuseKnownLead } from '@/lib/leads/refuse-known-lead'
import type { Prisma } from '@/prisma/generated/client'

/**
 * Changes facts of a lead; null takes one away. Nothing happens, not even a new version, where all is as before.
 *
 * Throws STALE when somebody has edited it since `version`, FORBIDDEN for a rep who neither has nor created it,
 * CONFLICT when the new address or external id is another lead's.
 */
export const editLead = command({ ability: 'lead.edit', input: editLeadInput }, async ({ tx, actor, input, now }) => {
  const { leadId, version, changes } = input
  await lockIdentities(
    tx,
    leadIdentities({
      email: changes.email ?? undefined,
      externalId: changes.externalId ?? undefined,
      company: changes.company ?? undefined,
    }),
  )
  const before = await lockLead(tx, actor, leadId)
  if (!isEditable(actor, before))
    throw forbidden('You may see this lead, but only its rep, its creator or Marketing may edit it.')
  if (version !== null && version !== before.version)
    throw stale('Somebody has edited this lead since you opened it. Look at their changes, then make yours.')
  const differing = differences(leadShape(before), changes)
  if (Object.keys(differing).length === 0) return leadShape(before)

  const after = { ...before, ...changes }
  if (!isNamed(after)) throw invalid({ email: unnamed })
  if (differing.email || differing.externalId)
    await refuseKnownLead(
      tx,
      actor,
      { email: after.email ?? undefined, externalId: after.externalId ?? undefined },
      leadId,
    )

  const { company, details, ...plain } = changes
  const companyId = company === undefined ? {} : { companyId: company && (await settleCompany(tx, company, now)) }
  const written = Object.fromEntries(
    Object.entries(plain).filter(([name]) => name in differing),
  ) as Prisma.LeadUncheckedUpdateInput
  await tx.lead.update({
    where: { id: leadId },
    data: {
      ...written,
      ...(plain.tags === null ? { tags: [] } : {}),
      ...companyId,
      ...(details === undefined ? {} : { details: details ?? {} }),
      version: { increment: 1 },
    },
  })
  await recordActivity(tx, { actorId: actor.id, now }, [{ type: 'lead_edited', leadId, data: { changes: differing } }])
  return getLead(actor, leadId, tx)
})

/** The facts that really change, from and to. A company is named by its name, or its domain. */
function differences(before: LeadShape, changes: LeadChanges): Record<string, { from: unknown; to: unknown }> {
  const differing: Record<string, { from: unknown; to: unknown }> = {}
  for (const [name, to] of Object.entries(changes)) {
    if (to === undefined) continue
    const from = before[name as keyof LeadShape] ?? null
    if (name === 'company') {
      const known = before.company
      const wanted = changes.company
      const isSame = wanted
        ? known && (wanted.domain ?? known.domain) === known.domain && (wanted.name ?? known.name) === known.name
        : !known
      if (!isSame) differing.company = { from: known?.name ?? null, to: wanted?.name ?? wanted?.domain ?? null }
    } else if (!isAlike(from, to)) differing[name] = { from, to }
  }
  return differing
}

/** Whether two facts say the same. Details are kept without an order of their names; nothing is as an empty list. */
function isAlike(from: unknown, to: unknown): boolean {
  const plain = (fact: unknown): string => {
    if (typeof fact !== 'object' || fact === null) return JSON.stringify(fact)
    const entries = Object.entries(fact)
    return entries.length === 0 ? 'null' : JSON.stringify(Array.isArray(fact) ? fact : entries.sort())
  }
  return plain(from) === plain(to)
}
