import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { createLead } from '@/lib/leads/create-lead'
import { type Cast, castOf } from '@/tests/integration/cast'
import { emptied, everythingAsSeen, revertOf } from '@/tests/integration/imports/everything-as-seen'
import { importFile, type Order } from '@/tests/integration/imports/file-import'
import { anyStep, play } from '@/tests/integration/reports/random-history'
import { runs } from '@/tests/integration/runs'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const csv = (rows: Record<string, string>[]) =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n')

const lead = fc.constantFrom('L0', 'L1', 'L2', 'L3', 'N1', 'N2')
const files = {
  leads: fc.record({
    externalId: lead,
    email: fc.constantFrom('', 'p@x.example', 'q@x.example'),
    title: fc.constantFrom('', 'CEO', 'CFO'),
    'company.name': fc.constantFrom('', 'Norrland', 'Kestrel'),
    'company.domain': fc.constantFrom('', 'kestrel.example'),
    'company.employees': fc.constantFrom('', '', '40', '60'),
    value: fc.constantFrom('', '5'),
    tags: fc.constantFrom('', 'fair'),
    owner: fc.constantFrom('', 'max@baton.example'),
    createdAt: fc.constantFrom('', '2024-05-05'),
    Region: fc.constantFrom('', 'North'),
  }),
  touchpoints: fc.record({
    'lead.externalId': lead,
    channel: fc.constantFrom('email', 'webinar', 'meeting'),
    occurredAt: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03', '2026-06-03'),
    externalId: fc.constantFrom('', 't1', 't2'),
    campaign: fc.constantFrom('', 'Fair', 'Post'),
  }),
  outcomes: fc.record({
    'lead.externalId': lead,
    outcome: fc.constantFrom('won', 'lost', 'open'),
    reason: fc.constant('no_fit'),
    value: fc.constantFrom('', '86000'),
    closedAt: fc.constantFrom('', '2026-03-03'),
    rep: fc.constantFrom('', 'sara@baton.example'),
    Segment: fc.constantFrom('', 'Pets'),
  }),
}

const rowsOf = <Row>(row: fc.Arbitrary<Row>) => fc.array(row, { minLength: 1, maxLength: 12 })

test('after a revert all is as before, whatever the leads have been through', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { minLength: 20, maxLength: 60 }),
      rowsOf(files.leads),
      rowsOf(files.touchpoints),
      rowsOf(files.outcomes),
      fc.boolean(),
      async (steps, leads, touches, outcomes, handOff) => {
        await emptied()
        const leadIds: string[] = []
        for (let n = 0; n < 4; n++)
          leadIds.push((await createLead(cast.mia, { externalId: `L${n}`, company: { name: 'Kestrel' } })).id)
        let now = Date.parse('2026-01-01T08:00:00Z')
        for (const step of steps.filter(({ do: what }) => what !== 'policy'))
          await play(cast, leadIds, step, new Date((now += 7 * 3_600_000)))
        const orders: [Record<string, string>[], Order][] = [
          [leads, { kind: 'leads' }],
          [touches, { kind: 'touchpoints', handOff }],
          [outcomes, { kind: 'outcomes' }],
        ]
        for (const [rows, order] of orders) {
          const before = await everythingAsSeen(cast)
          const first = await importFile(cast.max, csv(rows), order)
          expect(await revertOf(cast.max, first.id)).toMatchObject({ status: 'reverted' })
          expect(await db.importKept.findMany({ where: { importId: first.id } })).toEqual([])
          expect(await everythingAsSeen(cast)).toEqual(before)
          const again = await importFile(cast.max, csv(rows), order)
          expect(again).toMatchObject({ created: first.created, updated: first.updated, failed: first.failed })
        }
      },
    ),
    { numRuns: runs(6), endOnFailure: true },
  )
})
