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
  plain('void', 2),
  plain('offer', 1),
  plain('accept', 3),
  plain('take', 2),
  plain('recycle', 2),
  plain('repair', 1),
  plain('answer', 2),
  plain('disqualify', 1),
  plain('withdraw', 1),
  plain('assign', 1),
  plain('edit', 1),
  plain('unassign', 1),
  plain('win', 2),
  plain('lose', 1),
  plain('reopen', 1),
  plain('delete', 1),
  plain('merge', 2),
  plain('unmerge', 2),
  { weight: 1, arbitrary: fc.record({ do: fc.constant('policy'), nth, policy }) },
)

export type Step = { do: string; nth: number; channel?: string; lateByHours?: number; policy?: object }

/** Plays one step at a moment. What the business refuses does not happen; anything else that goes wrong is a fault. */
export async function play(cast: Cast, leadIds: string[], step: Step, now: Date): Promise<void> {
  const leadId = leadIds[step.nth % Math.max(1, leadIds.length)] ?? randomUUID()
  const at = { now }
  const open = await db.handoff.findFirst({ where: { leadId, status: { in: ['WAITING', 'ACCEPTED'] } } })
  const handoffId = open?.id ?? leadId
  const rep = step.nth % 2 ? cast.sam : cast.sara
  const back = (kind: string, reason: string) => returnHandoff(cast.max, { handoffId, kind, reason }, at)
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
    offer: () => offerLead(cast.mia, { leadId }, at),
    accept: () => acceptHandoff(rep, { handoffId }, at),
    take: async () => {
      await acceptHandoff(rep, { handoffId }, at)
      await logTouch(rep, { leadId, channel: 'email' }, at)
    },
    recycle: () => back('recycle', 'not_now'),
    repair: () => back('repair', 'bad_data'),
    answer: async () => {
      const unanswered = { leadId: { in: leadIds }, returnKind: 'repair' as const, answer: null }
      const repair = await db.handoff.findFirst({ where: unanswered, orderBy: { returnedAt: 'desc' } })
      const answer = step.nth % 2 ? { answer: 'fixed' } : { answer: 'disputed', note: 'It was right.' }
      return repair && answerRepair(cast.mia, { handoffId: repair.id, ...answer }, at)
    },
    disqualify: () => back('disqualify', 'no_fit'),
    withdraw: () => withdrawHandoff(cast.mia, { handoffId }, at),
    edit: () =>
      editLead(cast.mia, { leadId, version: null, changes: { source: sources[(step.nth * 3) % 3] ?? null } }, at),
    assign: () => assignLead(cast.max, { leadId, rep: cast.sara.id }, at),
    unassign: () => assignLead(cast.max, { leadId, rep: null }, at),
    win: () =>
      closeLead(cast.max, { leadId, outcome: 'won', closedAt: new Date(now.getTime() - (step.nth % 200) * hour) }, at),
    lose: () => closeLead(cast.max, { leadId, outcome: 'lost', reason: 'no_budget' }, at),
    reopen: () => reopenLead(cast.max, { leadId }, at),
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
