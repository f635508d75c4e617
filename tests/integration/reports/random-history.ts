import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'
import { assignLead } from '@/lib/leads/assign-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { reopenLead } from '@/lib/leads/reopen-lead'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { undoMerge } from '@/lib/merges/undo-merge'
import { saveScoringPolicy } from '@/lib/settings/save-scoring-policy'
import { allChannels } from '@/lib/touchpoints/channel'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { recountAll, recountFallen } from '@/lib/touchpoints/recount-batch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import type { Cast } from '@/tests/integration/cast'
import type { Prisma } from '@/prisma/generated/client'

const hour = 3_600_000
const sources = ['Trade fair', 'Website', 'Partner', undefined]
const nth = fc.nat({ max: 1000 })

const policy = fc.record({
  warmAt: fc.integer({ min: 3, max: 4 }),
  hotAt: fc.integer({ min: 5, max: 7 }),
  windowDays: fc.option(fc.integer({ min: 3, max: 40 }), { nil: null }),
  channels: fc.dictionary(
    fc.constantFrom(...allChannels),
    fc.record({
      counts: fc.constantFrom('always', 'engaged', 'never'),
      dailyCap: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
    }),
    { maxKeys: 4 },
  ),
})

const plain = (what: string, weight: number) => ({ weight, arbitrary: fc.record({ do: fc.constant(what), nth }) })

/** What may happen to leads, the frequent things frequently. */
export const anyStep = fc.oneof(
  plain('create', 2),
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('touch'),
      nth,
      channel: fc.constantFrom(...allChannels),
      lateByHours: fc.constantFrom(0, 0, 0, 30, 400),
    }),
  },
  plain('void', 3),
  plain('offer', 5),
  plain('accept', 3),
  plain('take', 3),
  plain('recycle', 2),
  plain('repair', 2),
  plain('fix', 1),
  plain('dispute', 1),
  plain('disqualify', 1),
  plain('withdraw', 1),
  plain('assign', 1),
  plain('edit', 1),
  plain('unassign', 1),
  plain('win', 2),
  plain('lose', 1),
  plain('reopen', 2),
  plain('delete', 1),
  plain('merge', 2),
  plain('unmerge', 2),
  { weight: 1, arbitrary: fc.record({ do: fc.constant('policy'), nth, policy }) },
)

export type Step = { do: string; nth: number; channel?: string; lateByHours?: number; policy?: object }

/**
 * Plays one step at a moment, on the lead that it names; few leads are offered or closed, so that what needs one that is
 * goes to another where this one is not. What the business refuses does not happen; anything else that goes wrong is a fault.
 */
export async function play(cast: Cast, leadIds: string[], step: Step, now: Date): Promise<void> {
  const leadId = leadIds[step.nth % Math.max(1, leadIds.length)] ?? randomUUID()
  const at = { now }
  const named = <Of extends { leadId: string }>(all: Of[]) =>
    all.find((one) => one.leadId === leadId) ?? all[step.nth % Math.max(1, all.length)]
  const stands = async (where: Prisma.LeadStateWhereInput) =>
    named(
      await db.leadState.findMany({
        where: { ...where, leadId: { in: leadIds }, deletedAt: null },
        orderBy: { leadId: 'asc' },
      }),
    )
  const open = await db.handoff.findMany({
    where: { leadId: { in: leadIds }, status: { in: ['WAITING', 'ACCEPTED'] } },
    orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }],
  })
  const { id: handoffId, leadId: offeredId } = named(open) ?? { id: leadId, leadId }
  const rep = step.nth % 2 ? cast.sam : cast.sara
  const back = (kind: string, reason: string) => returnHandoff(cast.max, { handoffId, kind, reason }, at)
  const answerTo = async (answer: object) => {
    const unanswered = { leadId: { in: leadIds }, returnKind: 'repair' as const, answer: null }
    const repair = named(await db.handoff.findMany({ where: unanswered, orderBy: { returnedAt: 'desc' } }))
    return repair && answerRepair(cast.mia, { handoffId: repair.id, ...answer }, at)
  }
  const work: Record<string, () => Promise<unknown>> = {
    create: async () => {
      const creator = step.nth % 4 === 0 ? cast.sam : cast.mia
      const source = sources[step.nth % sources.length]
      leadIds.push(
        (await createLead(creator, { firstName: `Lead ${now.toISOString()}`, ...(source ? { source } : {}) }, at)).id,
      )
    },
    touch: () =>
      logTouch(
        cast.mia,
        {
          leadId,
          channel: step.channel,
          engaged: step.nth % 3 === 0,
          occurredAt: new Date(now.getTime() - (step.lateByHours ?? 0) * hour),
        },
        at,
      ),
    void: async () => {
      const touches = await db.touchpoint.findMany({ where: { leadId }, orderBy: { id: 'asc' } })
      const touch = touches[step.nth % Math.max(1, touches.length)]
      return touch && voidTouch(cast.max, { touchpointId: touch.id }, at)
    },
    offer: async () => {
      const lead = await stands({ outcome: 'OPEN', desk: 'MARKETING' })
      return lead && offerLead(cast.mia, { leadId: lead.leadId }, at)
    },
    accept: () => acceptHandoff(rep, { handoffId }, at),
    take: async () => {
      await acceptHandoff(rep, { handoffId }, at)
      await logTouch(rep, { leadId: offeredId, channel: 'email' }, at)
    },
    recycle: () => back('recycle', 'not_now'),
    repair: () => back('repair', 'bad_data'),
    fix: () => answerTo({ answer: 'fixed' }),
    dispute: () => answerTo({ answer: 'disputed', note: 'It was right.' }),
    disqualify: () => back('disqualify', 'no_fit'),
    withdraw: () => withdrawHandoff(cast.mia, { handoffId }, at),
    edit: () =>
      editLead(cast.mia, { leadId, version: null, changes: { source: sources[(step.nth * 3) % 3] ?? null } }, at),
    assign: () => assignLead(cast.max, { leadId, rep: cast.sara.id }, at),
    unassign: () => assignLead(cast.max, { leadId, rep: null }, at),
    win: () =>
      closeLead(cast.max, { leadId, outcome: 'won', closedAt: new Date(now.getTime() - (step.nth % 200) * hour) }, at),
    lose: () => closeLead(cast.max, { leadId, outcome: 'lost', reason: 'no_budget' }, at),
    reopen: async () => {
      const lead = await stands({ outcome: { not: 'OPEN' } })
      return lead && reopenLead(cast.max, { leadId: lead.leadId }, at)
    },
    merge: () => {
      const goneId = leadIds[(step.nth * 7 + 1) % Math.max(1, leadIds.length)] ?? leadId
      return mergeLeads(cast.max, { keptId: leadId, goneId, fields: step.nth % 3 ? {} : { standing: 'gone' } }, at)
    },
    unmerge: async () => {
      const merges = await db.merge.findMany({
        where: { undoneAt: null, keptId: { in: leadIds } },
        orderBy: { id: 'asc' },
      })
      const merge = merges[step.nth % Math.max(1, merges.length)]
      return merge && undoMerge(cast.max, { mergeId: merge.id }, at)
    },
    delete: () => deleteLead(cast.max, { leadId }, at),
    policy: () => saveScoringPolicy(cast.max, { ...step.policy, offersRisen: step.nth % 2 === 0 }, at),
  }
  await work[step.do]?.().catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error
  })
  if (step.do === 'policy') await recountAll(() => now)
}

/** Lets the clock have its effect on stages, as the background job does. */
export async function letTimePass(now: Date): Promise<void> {
  const fallen = await db.leadState.findFirst({ where: { nextFallAt: { lte: now } }, select: { leadId: true } })
  if (fallen) await recountFallen(() => now)
}
