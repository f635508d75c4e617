import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { nameKey, settleCompany } from '@/lib/companies/settle-company'
import type { Tx } from '@/lib/db'
import { conflict } from '@/lib/errors'
import { createLeadInput, type LeadFacts } from '@/lib/leads/input'
import { leadName } from '@/lib/leads/lead-shape'
import { lockIdentities } from '@/lib/leads/lock-identities'
import { getLead } from '@/lib/leads/queries'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'

/**
 * Makes a lead. One that a rep makes is on the SALES desk from the start, with that rep and without a handoff; a
 * marketer's is on the MARKETING desk and the marketer owns it.
 *
 * Throws CONFLICT when the externalId, or the address of a lead without one, is known already.
 */
export const createLead = command(
  { ability: 'lead.create', input: createLeadInput },
  async ({ tx, actor, input, now }) => {
    await lockIdentities(tx, leadIdentities(input))
    await refuseKnownLead(tx, actor, input)
    const leadId = await writeLead(tx, actor, input, now)
    return getLead(actor, leadId, tx)
  },
)

/** What a lead is recognised by, together with its company. */
export const leadIdentities = ({ email, externalId, company }: Pick<LeadFacts, 'email' | 'externalId' | 'company'>) => [
  ...(email ? [`email ${email}`] : []),
  ...(externalId ? [`external id ${externalId}`] : []),
  ...(company ? [`company ${nameKey(company.name ?? company.domain ?? '')}`] : []),
  ...(company?.domain ? [`domain ${company.domain}`] : []),
]

/**
 * A step: throws CONFLICT when a lead is known by externalId, or by email where one of the two has no externalId (two
 * ids with one address are two leads). It names the lead only to those who may see it.
 */
export async function refuseKnownLead(
  tx: Tx,
  actor: Actor,
  { email, externalId }: Pick<LeadFacts, 'email' | 'externalId'>,
  exceptId?: string,
): Promise<void> {
  const sameEmail = email ? [{ email, ...(externalId ? { externalId: null } : {}) }] : []
  const same = [...(externalId ? [{ externalId }] : []), ...sameEmail]
  if (same.length === 0) return
  const known = await tx.lead.findFirst({
    where: { OR: same, deletedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
    orderBy: [{ externalId: 'asc' }, { id: 'asc' }],
  })
  if (!known) return
  const by = externalId && known.externalId === externalId ? 'external id' : 'email address'
  const isVisible = await tx.lead.count({ where: { AND: [{ id: known.id }, visibleLeads(actor)] } })
  if (!isVisible) throw conflict('This lead is already known. Ask Marketing.')
  const [id, name] = [known.id, leadName(known)]
  throw conflict(`${name} has this ${by} already (lead ${id}). Open that lead instead.`, { noun: 'lead', id, name })
}

async function writeLead(tx: Tx, actor: Actor, facts: LeadFacts, now: Date): Promise<string> {
  const { company, details, ...plain } = facts
  const { policy, currency: ours } = await holdCountingRules(tx)
  const isReps = actor.role === 'rep'
  const currency = facts.currency ?? (facts.value === undefined ? null : ours)
  const lead = await tx.lead.create({
    data: {
      ...definedOnly(plain),
      currency,
      details: details ?? {},
      companyId: company ? await settleCompany(tx, company, now) : null,
      createdAt: now,
      recordedAt: now,
      createdById: actor.id,
      state: {
        create: {
          policyVersion: policy.version,
          ...(isReps ? { desk: 'SALES', repId: actor.id } : {}),
          ...(actor.role === 'marketer' ? { ownerId: actor.id } : {}),
        },
      },
    },
    select: { id: true },
  })
  await recordActivity(tx, { actorId: actor.id, now }, [
    { type: 'lead_created', leadId: lead.id, data: facts.source ? { source: facts.source } : {} },
  ])
  return lead.id
}

type Defined<Facts> = { [Name in keyof Facts]: Exclude<Facts[Name], undefined> }

/** Without the keys that are undefined, which Prisma refuses. */
const definedOnly = <Facts extends object>(facts: Facts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Defined<Facts>
