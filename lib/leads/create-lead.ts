import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import { settleCompany } from '@/lib/companies/settle-company'
import type { Tx } from '@/lib/db'
import { createLeadInput, type LeadFacts } from '@/lib/leads/input'
import { leadIdentities } from '@/lib/leads/lead-identities'
import { lockIdentities } from '@/lib/leads/lock-identities'
import { getLead } from '@/lib/leads/queries'
import { refuseKnownLead } from '@/lib/leads/refuse-known-lead'
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
          createdAt: now,
          createdById: actor.id,
          source: facts.source ?? null,
          value: facts.value ?? null,
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
