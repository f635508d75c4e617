import { beforeAll, expect, test } from 'vitest'
import { changeHref } from '@/components/dashboard/what-changed-hrefs'
import { reportHrefs } from '@/components/dashboard/report-hrefs'
import { db } from '@/lib/db'
import { filtersOf } from '@/lib/filter-params'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { handoffPageFilters } from '@/lib/handoffs/filters'
import { countHandoffs } from '@/lib/handoffs/list-handoffs'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { shownHandoffs } from '@/lib/handoffs/views'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { countLeads } from '@/lib/leads/list-leads'
import { readAsked } from '@/lib/reports/asked'
import { openBooks } from '@/lib/reports/books'
import { readChanges } from '@/lib/reports/changes/changes'
import { whatChangedReport } from '@/lib/reports/changes/what-changed-report'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import { cameFromRows, countCame } from '@/tests/integration/reports/independent-changes'
import { leadsFromRows } from '@/tests/integration/reports/independent-teams'
import { countCells } from '@/tests/integration/reports/same-changes'

const hour = 3_600_000
const now = new Date('2026-11-23T12:00:00Z')
const leadsOfARep = 11
let cast: Cast

/** A quarter of two reps: of the leads that are touched in time a third is won. Sara may have no time for most of hers. */
async function live(begin: string, saraHasTime: boolean) {
  const { mia, sam, sara } = cast
  for (const rep of [sam, sara])
    for (let nth = 0; nth < leadsOfARep; nth++) {
      const start = Date.parse(begin) + nth * 24 * hour
      const at = (hours: number) => ({ now: new Date(start + hours * hour) })
      const { id: leadId } = await createLead(mia, { firstName: 'L', source: nth % 2 ? 'Fair' : 'Website' }, at(0))
      await logTouch(mia, { leadId, channel: nth % 3 ? 'email' : 'webinar' }, at(0.5))
      const { id: handoffId } = await offerLead(mia, { leadId }, at(1))
      if (nth === leadsOfARep - 1) {
        await returnHandoff(rep, { handoffId, kind: 'disqualify', reason: 'no_fit' }, at(2))
        continue
      }
      await acceptHandoff(rep, { handoffId }, at(2))
      const isInTime = rep === sam || saraHasTime || nth < 1
      await logTouch(rep, { leadId, channel: 'cold_call' }, at(isInTime ? 4 : 150))
      if (!isInTime || nth % 3 === 2) continue
      const end = nth % 3 === 0 ? { outcome: 'won' } : { outcome: 'lost', reason: 'no_budget' }
      await closeLead(rep, { leadId, ...end }, at(200))
    }
}

beforeAll(async () => {
  cast = await castOf()
  await db.settings.update({ where: { id: 1 }, data: { timeZone: 'America/New_York' } })
  await live('2026-07-06T14:00:00Z', true)
  await live('2026-10-05T14:00:00Z', false)
})

const thisQuarter = async () => {
  const asked = await readAsked(cast.max, { period: 'quarter' }, now)
  if (!asked.books || !asked.before) throw new Error('the present needs no replay')
  return { ...asked, books: asked.books, before: asked.before }
}

test('the rep who does not get to her leads is named as what changed, and nothing else', async () => {
  const { books, before } = await thisQuarter()
  const report = await whatChangedReport(books, before)
  expect(report?.won).toMatchObject({ before: 8, now: 5 })
  expect(report?.findings.map(({ part, at }) => [part, at])).toEqual([
    [{ dimension: 'rep', key: cast.sara.id }, 'touched'],
  ])
  expect(report?.names).toEqual({ [cast.sara.id]: 'Sara' })
  expect(report?.findings[0]?.steps).toEqual([
    { step: 'accepted', before: { did: 10, of: 10 }, now: { did: 10, of: 10 }, isCounted: true },
    { step: 'touched', before: { did: 10, of: 10 }, now: { did: 1, of: 10 }, isCounted: false },
    { step: 'won', before: { did: 4, of: 7 }, now: { did: 1, of: 1 }, isCounted: false },
  ])
})

test('each number is what a second count from the rows says, and opens exactly its leads or handoffs', async () => {
  const { books, before, chosen, timeZone } = await thisQuarter()
  const cells = readChanges(books, before)
  const came = cameFromRows(await leadsFromRows(now), now)
  const rows = {
    before: countCame(came, { from: before.from ?? now, to: before.to ?? now }),
    now: countCame(came, { from: books.period.from ?? now, to: now }),
  }
  const lists = reportHrefs({ chosen, asOf: null, on: null, written: {} })
  const days = { before: chosen.before ?? {}, now: chosen }
  for (const period of ['before', 'now'] as const) {
    const seen = countCells(cells, period)
    expect(seen).toEqual(rows[period])
    const parts = [
      { dimension: null },
      { dimension: 'rep', key: cast.sara.id },
      { dimension: 'source', key: 'Fair' },
    ] as const
    const more = [
      { dimension: 'channel', key: 'email' },
      { dimension: 'owner', key: cast.mia.id },
    ] as const
    for (const part of [...parts, ...more])
      for (const step of ['came', 'warmed', 'offered', 'accepted', 'touched', 'won'] as const) {
        const name = part.dimension === null ? step : `${step} ${part.dimension} ${part.key}`
        const { did, of } = seen[name] ?? { did: 0, of: 0 }
        for (const [which, count] of Object.entries({ did, of, not: of - did }) as ['did' | 'of' | 'not', number][]) {
          if (which === 'not' && (did === of || (step === 'accepted' && part.dimension === 'rep'))) continue
          const href = changeHref(lists, part, step, days[period], which)
          expect([period, name, which, await opened(href ?? '', timeZone)]).toEqual([period, name, which, count])
        }
      }
  }
})

test('as of a past day it is what was known then', async () => {
  const { before } = await thisQuarter()
  const then = await openBooks(cast.max, { from: '2026-10-01', asOf: '2026-11-22' }, now)
  const { books } = await thisQuarter()
  const sorted = async (of: typeof books) =>
    readChanges(of, before)
      .map((cell) => JSON.stringify(cell))
      .toSorted()
  expect(await sorted(then)).toEqual(await sorted(books))
})

async function opened(href: string, timeZone: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, 'http://baton.example')
  const { view: _, ...params } = Object.fromEntries(searchParams)
  if (pathname === '/leads') return (await countLeads(cast.max, params)).count
  const { filters } = filtersOf(params, handoffPageFilters)
  return countHandoffs(cast.max, shownHandoffs('all', filters, timeZone, now), now)
}

test('a link that is sent goes on to mean the days that it meant, which may not lie ahead', async () => {
  const later = new Date('2026-11-23T12:00:00Z')
  const sent = await readAsked(cast.max, { period: 'quarter', on: '2026-08-10' }, later)
  expect(sent).toMatchObject({
    on: '2026-08-10',
    chosen: { preset: 'quarter', from: '2026-07-01', through: '2026-08-10' },
  })
  const ahead = await readAsked(cast.max, { period: 'quarter', on: '2027-02-01' }, later)
  expect(ahead).toMatchObject({ on: null, chosen: { from: '2026-10-01', through: '2026-11-23' } })
})
