import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { reopenLead } from '@/lib/leads/reopen-lead'
import { replay } from '@/lib/scoring/replay'
import { currentPolicy } from '@/lib/settings/queries'
import { saveScoringPolicy } from '@/lib/settings/save-scoring-policy'
import { allChannels } from '@/lib/touchpoints/channel'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { recountAll, recountFallen } from '@/lib/touchpoints/recount-batch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile } from '@/tests/integration/imports/file-import'
import { runs } from '@/tests/integration/runs'
import { replayFromRows } from '@/tests/integration/touchpoints/independent-replay'

let cast: Cast
const hour = 3_600_000
/** Histories end before the present, in which an import takes place. */
const epoch = Date.now() - 45 * 24 * hour
let made = 0

beforeAll(async () => {
  cast = await castOf()
  await db.settings.update({ where: { id: 1 }, data: { timeZone: 'America/New_York' } })
})

/** A refusal is a fact of the business; anything else is a fault. */
async function tried(work: Promise<unknown>) {
  await work.catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error
  })
}

const rule = fc.record({
  counts: fc.constantFrom('always', 'engaged', 'never'),
  dailyCap: fc.option(fc.integer({ min: 1, max: 2 }), { nil: null }),
})
/** Without a window and caps touches are counted on from what is stored, so these come as often as the others. */
const uncapped = fc.record({ counts: fc.constantFrom('always', 'engaged', 'never'), dailyCap: fc.constant(null) })
const policy = fc.record({
  warmAt: fc.integer({ min: 3, max: 5 }),
  hotAt: fc.integer({ min: 6, max: 8 }),
  closeBy: fc.integer({ min: 8, max: 12 }),
  windowDays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null, freq: 1 }),
  channels: fc.oneof(
    fc.dictionary(fc.constantFrom(...allChannels), rule, { maxKeys: 6 }),
    fc.dictionary(fc.constantFrom(...allChannels), uncapped, { maxKeys: 6 }),
  ),
})
const lead = fc.nat({ max: 4 })
const touch = fc.record({
  lead,
  channel: fc.constantFrom(...allChannels),
  direction: fc.constantFrom('outbound', 'inbound'),
  engaged: fc.boolean(),
  lateByHours: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 400 }) }),
})
const rows = fc.array(touch, { minLength: 1, maxLength: 8 })
const action = fc.oneof(
  { weight: 12, arbitrary: touch.map((value) => ({ do: 'touch' as const, ...value })) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('import' as const), rows }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void' as const), nth: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('recycle' as const), lead }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('offer' as const), lead }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), lead, agoHours: fc.nat({ max: 100 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), lead }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('policy' as const), policy, offersRisen: fc.boolean() }) },
)

test('after any history, every stored count, stage and milestone equals a replay of the ledger', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 100, maxLength: 140 }), async (actions) => {
      let clock = epoch
      const leads = await Promise.all(
        Array.from({ length: 5 }, (_, n) =>
          createLead(cast.mia, { firstName: `Lead ${n}`, externalId: `L${++made}` }, { now: new Date(clock) }),
        ),
      )
      const idOf = (n: number) => leads[n]?.id ?? ''
      for (const step of actions) {
        clock += 5 * hour
        const now = new Date(clock)
        if (step.do === 'touch') {
          const { channel, direction, engaged, lateByHours } = step
          const occurredAt = new Date(clock - lateByHours * hour)
          await tried(logTouch(cast.mia, { leadId: idOf(step.lead), channel, direction, engaged, occurredAt }, { now }))
        } else if (step.do === 'import') {
          const lines = step.rows.map(
            ({ lead, channel, direction, engaged, lateByHours }) =>
              `${leads[lead]?.externalId},${channel},${direction},${engaged},${new Date(clock - lateByHours * hour).toISOString()}`,
          )
          const file = ['lead.externalId,channel,direction,engaged,occurredAt', ...lines].join('\n')
          expect(await importFile(cast.mia, file, { kind: 'touchpoints' })).toMatchObject({
            status: 'done',
            failed: 0,
          })
        } else if (step.do === 'void') {
          const touches = await db.touchpoint.findMany({
            where: { leadId: { in: leads.map(({ id }) => id) } },
            select: { id: true },
          })
          const chosen = touches[step.nth % Math.max(1, touches.length)]
          if (chosen) await tried(voidTouch(cast.max, { touchpointId: chosen.id }, { now }))
        } else if (step.do === 'recycle') {
          const open = await db.handoff.findFirst({
            where: { leadId: idOf(step.lead), status: { in: ['WAITING', 'ACCEPTED'] } },
          })
          if (open && step.lead % 2) await tried(acceptHandoff(cast.sam, { handoffId: open.id }, { now }))
          if (open)
            await tried(returnHandoff(cast.max, { handoffId: open.id, kind: 'recycle', reason: 'not_now' }, { now }))
        } else if (step.do === 'offer') await tried(offerLead(cast.mia, { leadId: idOf(step.lead) }, { now }))
        else if (step.do === 'close') {
          const closedAt = new Date(clock - step.agoHours * hour)
          await tried(closeLead(cast.max, { leadId: idOf(step.lead), outcome: 'won', closedAt }, { now }))
        } else if (step.do === 'reopen') await tried(reopenLead(cast.max, { leadId: idOf(step.lead) }, { now }))
        else {
          await saveScoringPolicy(cast.max, { ...step.policy, offersRisen: step.offersRisen }, { now })
          await recountAll(() => now)
        }
      }
      const now = new Date()
      await recountFallen(() => now)
      for (const { id } of leads) {
        const stored = await db.leadState.findUniqueOrThrow({ where: { leadId: id } })
        expect(stored).toMatchObject(await replayFromRows(id, now))
        expect(stored).toMatchObject(await replayByRule(id, stored.closedAt, now))
        const accepts = await db.handoff.aggregate({ where: { leadId: id }, _min: { acceptedAt: true } })
        expect(stored.firstAcceptedAt).toEqual(accepts._min.acceptedAt)
        const lead = await db.lead.findUniqueOrThrow({ where: { id } })
        expect([stored.createdAt, stored.deletedAt]).toEqual([lead.createdAt, lead.deletedAt])
        const open = await db.handoff.findMany({ where: { leadId: id, status: { in: ['WAITING', 'ACCEPTED'] } } })
        expect(open.length).toBeLessThanOrEqual(1)
        expect(stored.desk === 'QUEUE').toBe(open[0]?.status === 'WAITING')
      }
    }),
    { numRuns: runs(3), endOnFailure: true },
  )
}, 600_000)

/** The rule of lib/scoring in TypeScript on the lead's rows: what the SQL of recount-leads must agree with. */
async function replayByRule(leadId: string, closedAt: Date | null, now: Date) {
  const returns = await db.handoff.findMany({ where: { leadId, returnKind: 'recycle' } })
  const { timeZone } = await db.settings.findFirstOrThrow()
  return replay({
    touches: await db.touchpoint.findMany({ where: { leadId } }),
    recycledAt: returns.flatMap(({ returnedAt }) => returnedAt ?? []),
    closedAt,
    policy: await currentPolicy(),
    timeZone,
    now,
  })
}
