import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { getImport, listImportErrors } from '@/lib/imports/queries'
import { runImport } from '@/lib/imports/run-import'
import { startImport } from '@/lib/imports/start-import'
import { createLead } from '@/lib/leads/create-lead'
import { type Cast, castOf } from '@/tests/integration/cast'
import { begin, type Order } from '@/tests/integration/imports/file-import'
import { runs } from '@/tests/integration/runs'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const never = new AbortController().signal

/** How many rows of each table there are: what a dry run must leave alone. */
async function everything() {
  const tables = ['lead', 'lead_state', 'company', 'campaign', 'touchpoint', 'handoff', 'outcome_change', 'activity']
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  const [row] = await db.$queryRawUnsafe<Record<string, number>[]>(`select ${counts.join(', ')}`)
  return row
}

async function outcomeOf(importId: string) {
  await runImport(importId, never)
  const { status, rows, created, updated, skipped, failed } = await getImport(cast.max, importId)
  const errors = await listImportErrors(cast.max, importId, 10_000)
  expect(created + updated + skipped + failed).toBe(rows)
  return { status, rows, created, updated, skipped, failed, errors }
}

/** Runs the file dry, then for real, as the page does; the dry run must have foretold every row and written nothing. */
async function agreed(file: string, order: Order) {
  const importId = await begin(cast.max, file, { ...order, dryRun: true })
  const before = await everything()
  const foretold = await outcomeOf(importId)
  expect(await everything()).toEqual(before)
  const { mapping: _, ...plain } = order
  await startImport(cast.max, { importId, kind: 'leads', ...plain })
  const came = await outcomeOf(importId)
  expect(came).toEqual(foretold)
  return came
}

const leadRow = fc.record({
  externalId: fc.constantFrom('', 'a', 'b', 'c'),
  email: fc.constantFrom('', 'p@x.example', 'q@x.example', 'r@x.example', 'no address'),
  company: fc.constantFrom('', 'Norrland', 'Kestrel'),
  value: fc.constantFrom('', '5', 'much'),
})
const touchRow = fc.record({
  lead: fc.constantFrom('a', 'b', 'nobody'),
  channel: fc.constantFrom('email', 'webinar', 'pigeon'),
  day: fc.integer({ min: 1, max: 3 }),
  externalId: fc.constantFrom('', 't1', 't2'),
  campaign: fc.constantFrom('', 'Fair', 'fair ', 'Post'),
})
const outcomeRow = fc.record({
  lead: fc.constantFrom('a', 'b', 'nobody'),
  outcome: fc.constantFrom('won', 'lost', 'open', 'maybe'),
  reason: fc.constantFrom('', 'no_fit'),
})

const csv = (rows: Record<string, string | number>[]) =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n')

/** So many copies that a file has several batches, and rows of one batch meet those of another. */
const spread = <Row>(rows: Row[]) => Array.from({ length: 140 }, () => rows).flat()

test(
  'a dry run foretells every row of leads, touches and outcomes, and writes nothing',
  { timeout: 600_000 },
  async () => {
    let round = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(leadRow, { minLength: 4, maxLength: 8 }),
        fc.array(touchRow, { minLength: 4, maxLength: 8 }),
        fc.array(outcomeRow, { minLength: 4, maxLength: 8 }),
        fc.constantFrom('both', 'create', 'update'),
        fc.boolean(),
        async (leads, touches, outcomes, mode, overwriteWithEmpty) => {
          const own = `r${++round}`
          const id = (name: string) => name && `${own}${name}`
          const address = (email: string) => (email.includes('@') ? `${own}${email}` : email)
          await createLead(cast.mia, { externalId: id('a'), email: address('q@x.example') })
          const named = spread(leads).map((row) => ({
            ...row,
            externalId: id(row.externalId),
            email: address(row.email),
          }))
          await agreed(csv(named), { mode, overwriteWithEmpty })
          const logged = spread(touches).map(({ day, ...row }) => ({
            'lead.externalId': id(row.lead),
            channel: row.channel,
            occurredAt: `2026-10-0${day}T10:00:00Z`,
            externalId: id(row.externalId),
            campaign: row.campaign && `${own} ${row.campaign}`,
          }))
          await agreed(csv(logged), { kind: 'touchpoints' })
          const closed = spread(outcomes).map((row) => ({
            'lead.externalId': id(row.lead),
            outcome: row.outcome,
            reason: row.reason,
          }))
          await agreed(csv(closed), { kind: 'outcomes' })
        },
      ),
      { numRuns: runs(3), endOnFailure: true },
    )
  },
)

test('a dry run that was stopped begins again, and one that is over is imported without a new upload', async () => {
  const file = `externalId\n${Array.from({ length: 1200 }, (_, n) => `s${n % 900}`).join('\n')}\n`
  const importId = await begin(cast.mia, file, { dryRun: true })
  await db.import.update({ where: { id: importId }, data: { rowsDone: 500, created: 500 } })
  await runImport(importId, never)
  expect(await getImport(cast.mia, importId)).toMatchObject({
    status: 'done',
    dryRun: true,
    created: 900,
    updated: 300,
  })
  await startImport(cast.mia, { importId, kind: 'leads' })
  await runImport(importId, never)
  expect(await getImport(cast.mia, importId)).toMatchObject({
    status: 'done',
    dryRun: false,
    created: 900,
    updated: 300,
  })
  await expect(startImport(cast.mia, { importId, kind: 'leads' })).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('leads are only made, or only updated, as it is wanted; the other rows are skipped', async () => {
  await createLead(cast.mia, { externalId: 'known', title: 'Buyer' })
  const file = 'externalId,title\nknown,CFO\nnew,CTO\nnew,CEO\n'
  expect(await agreed(file, { mode: 'create' })).toMatchObject({ created: 1, updated: 0, skipped: 2 })
  expect(await db.lead.findFirst({ where: { externalId: 'known' } })).toMatchObject({ title: 'Buyer' })
  expect(await agreed(file, { mode: 'update' })).toMatchObject({ created: 0, updated: 3, skipped: 0 })
  expect(await db.lead.findFirst({ where: { externalId: 'new' } })).toMatchObject({ title: 'CEO' })
})
