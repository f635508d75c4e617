import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { mergeFields } from '@/lib/merges/merged-facts'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { undoMerge } from '@/lib/merges/undo-merge'
import { type Cast, castOf } from '@/tests/integration/cast'
import { expectOneTruth } from '@/tests/integration/handoffs/invariants'
import { anyStep, letTimePass, play } from '@/tests/integration/reports/random-history'
import { runs } from '@/tests/integration/runs'

let cast: Cast
const hour = 3_600_000
let clock = Date.now() - 60 * 24 * hour
const tick = () => new Date((clock += hour / 20))

beforeAll(async () => {
  cast = await castOf()
})

const picks = fc.dictionary(fc.constantFrom(...mergeFields), fc.constantFrom('kept', 'gone'), { maxKeys: 6 })
const facts = fc.record(
  {
    firstName: fc.constantFrom('Anna', 'Ana'),
    phone: fc.constantFrom('+46 8 123 456 78', '08-123 456 78'),
    value: fc.constantFrom(100, 250.5),
    tags: fc.subarray(['fair', 'vip', 'nordic']),
    details: fc.dictionary(fc.constantFrom('score', 'region'), fc.constantFrom('1', '2')),
  },
  { requiredKeys: [] },
)

/** Everything that a lead says and has, but for what grows with every change and what tells of the merge itself. */
async function allOf(leadId: string) {
  const { state, ...lead } = await db.lead.findUniqueOrThrow({ where: { id: leadId }, include: { state: true } })
  const { version: _, value, ...rest } = lead
  return { lead: { ...rest, value: value && Number(value) }, state, ...(await ledgerOf([leadId])) }
}

async function ledgerOf(leadIds: string[]) {
  const where = { leadId: { in: leadIds } }
  const orderBy = { id: 'asc' } as const
  return {
    touches: await db.touchpoint.findMany({ where, orderBy }),
    handoffs: await db.handoff.findMany({ where, orderBy }),
    outcomes: await db.outcomeChange.findMany({ where, orderBy }),
  }
}

const linesOf = async (leadIds: string[]) =>
  (await db.activity.findMany({ where: { leadId: { in: leadIds } }, select: { seq: true } })).map(({ seq }) => seq)

/** Where a lead is at last, so that all pairs of standings meet. */
const lastly = fc.constantFrom(
  [],
  ['reopen', 'offer'],
  ['reopen', 'offer', 'accept'],
  ['reopen', 'assign'],
  ['win'],
  ['lose'],
  ['reopen', 'offer', 'recycle'],
  ['forbid'],
  ['reopen', 'offer', 'accept', 'forbid'],
)

async function stand(leadId: string, nth: number, ends: readonly string[]) {
  for (const end of ends)
    if (end === 'forbid') await markDoNotContact(cast.max, { leadId, doNotContact: true }, { now: tick() })
    else await play(cast, [leadId], { do: end, nth }, tick())
}

let merges = 0

test('two leads with any history: the merge loses nothing and equals a replay, its undo gives back what was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { minLength: 15, maxLength: 40 }),
      fc.tuple(facts, facts),
      picks,
      fc.oneof(fc.constant([]), fc.array(anyStep, { maxLength: 4 })),
      fc.tuple(lastly, lastly),
      async (steps, [one, other], fields, since, [ends, otherEnds]) => {
        const leadIds: string[] = []
        await play(cast, leadIds, { do: 'create', nth: 0 }, tick())
        await play(cast, leadIds, { do: 'create', nth: 1 }, tick())
        const isOfThem = (step: { do: string }) => !['create', 'delete', 'merge', 'unmerge', 'policy'].includes(step.do)
        for (const step of steps) if (isOfThem(step) || step.do === 'policy') await play(cast, leadIds, step, tick())
        const [keptId = '', goneId = ''] = leadIds
        await stand(keptId, 0, ends)
        await stand(goneId, 1, otherEnds)
        for (const [id, said] of [
          [keptId, one],
          [goneId, other],
        ] as const)
          await db.lead.update({
            where: { id },
            data: { ...said, email: `${id}@x.example`, externalId: randomUUID() },
          })
        const now = tick()
        await letTimePass(now)
        const before = { kept: await allOf(keptId), gone: await allOf(goneId), lines: await linesOf(leadIds) }

        const { mergeId } = await mergeLeads(cast.max, { keptId, goneId, fields }, { now })
        merges++
        await expectOneTruth(keptId, now)
        const merged = await ledgerOf([keptId])
        const idsOf = (ledger: { id: string }[][]) => ledger.flat().map(({ id }) => id)
        expect(idsOf(Object.values(merged))).toEqual(
          expect.arrayContaining(
            idsOf(
              [before.kept, before.gone].flatMap(({ touches, handoffs, outcomes }) => [touches, handoffs, outcomes]),
            ),
          ),
        )
        expect(idsOf(Object.values(await ledgerOf([goneId])))).toEqual([])
        expect(await linesOf([keptId])).toEqual(expect.arrayContaining(before.lines))
        const { tags, createdAt } = await db.lead.findUniqueOrThrow({ where: { id: keptId } })
        expect(tags).toEqual(expect.arrayContaining([...before.kept.lead.tags, ...before.gone.lead.tags]))
        const created = [before.kept, before.gone].map(({ lead }) => lead.createdAt.getTime())
        expect(createdAt).toEqual(new Date(Math.min(...created)))

        const later = since.filter(isOfThem)
        for (const step of later) await play(cast, [keptId], step, tick())
        const end = tick()
        await letTimePass(end)
        await expectOneTruth(keptId, end)
        const rows = idsOf(Object.values(await ledgerOf(leadIds)))
        const lines = await linesOf(leadIds)
        try {
          await undoMerge(cast.max, { mergeId }, { now: end })
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError)
          expect(later).not.toEqual([])
          await expectOneTruth(keptId, end)
          return
        }
        await expectOneTruth(keptId, end)
        await expectOneTruth(goneId, end)
        expect(idsOf(Object.values(await ledgerOf(leadIds)))).toEqual(expect.arrayContaining(rows))
        expect(await linesOf(leadIds)).toEqual(expect.arrayContaining(lines))
        if (later.length > 0) return
        expect(await allOf(goneId)).toEqual(before.gone)
        const after = await allOf(keptId)
        const ownOutcomes = after.outcomes.slice(0, before.kept.outcomes.length)
        expect({ ...after, outcomes: ownOutcomes }).toEqual(before.kept)
      },
    ),
    { numRuns: runs(16), endOnFailure: true },
  )
  expect(merges).toBeGreaterThanOrEqual(runs(16))
}, 600_000)

test('every table that names a lead is moved by a merge, or is known to stay', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = 'lead'::regclass`
  expect(rows.map(({ name }) => name).toSorted()).toEqual([
    'activity',
    'bulk_exception',
    'duplicate_check',
    'former_identity',
    'handoff',
    'held_offer',
    'import_change',
    'import_kept',
    'lead',
    'lead_formerly',
    'lead_state',
    'merge',
    'notification',
    'outcome_change',
    'suspicion',
    'task',
    'touchpoint',
  ])
})
