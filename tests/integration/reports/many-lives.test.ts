import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { addDays } from '@/lib/calendar-day'
import { db } from '@/lib/db'
import { periodEdge } from '@/lib/period'
import { type Alignment, alignmentOf } from '@/lib/reports/alignment/alignment'
import { openBooks } from '@/lib/reports/books'
import { readChanges } from '@/lib/reports/changes/changes'
import { readForecast } from '@/lib/reports/cohort/forecast-report'
import { thresholdsReport } from '@/lib/reports/thresholds/thresholds'
import { weeksOf } from '@/lib/reports/alignment/weeks'
import { whatChangedReport } from '@/lib/reports/changes/what-changed-report'
import { type Cast, castOf } from '@/tests/integration/cast'
import { everyFigure } from '@/tests/integration/reports/every-figure'
import { alignmentFromWeeks } from '@/tests/integration/reports/independent-alignment'
import { chancesFromLives, lifeOf } from '@/tests/integration/reports/independent-chances'
import { cameFromRows } from '@/tests/integration/reports/independent-changes'
import { forecastFromRows } from '@/tests/integration/reports/independent-forecast'
import { handoffsOf, offersFromRows } from '@/tests/integration/reports/independent-handoffs'
import { pastFromRows } from '@/tests/integration/reports/independent-past'
import { type Known, leadsFromRows, weekFromRows } from '@/tests/integration/reports/independent-teams'
import { anyLives, planOf } from '@/tests/integration/reports/random-lives'
import { letTimePass } from '@/tests/integration/reports/random-history'
import { sameChanges } from '@/tests/integration/reports/same-changes'
import { sameHandoffs } from '@/tests/integration/reports/same-handoffs'
import { runs } from '@/tests/integration/runs'

const timeZone = 'America/New_York'
const dayMs = 86_400_000
/** Twelve weeks, in which less is won after the first seven. */
const historyFrom = (begin: number) => {
  const at = (days: number) => new Date(begin + days * dayMs)
  return { begin: at(0), turn: at(48), middle: at(66), end: at(84) }
}
type History = ReturnType<typeof historyFrom>
let clock = Date.parse('2026-01-05T14:00:00Z')
let cast: Cast

beforeAll(async () => {
  cast = await castOf()
  await db.settings.update({ where: { id: 1 }, data: { timeZone } })
})

/** All that needs many leads, of the whole history and of what came after the turn. */
async function read({ begin, turn }: History, now: Date, asOf?: Date) {
  const before = { from: begin, to: turn }
  const then = asOf ? { asOf: asOf.toISOString() } : {}
  const [all, late] = [
    await openBooks(cast.max, then, now),
    await openBooks(cast.max, { ...then, from: turn.toISOString() }, now),
  ]
  return {
    every: await everyFigure(all),
    thresholds: thresholdsReport(all),
    forecast: readForecast(all),
    weeks: alignmentOf(weeksOf(all)),
    cells: readChanges(late, before).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    changed: await whatChangedReport(late, before),
  }
}

test('of many lives chances, forecast, promises and what changed are true, and the past stays as it was read', async () => {
  await fc.assert(
    fc.asyncProperty(anyLives(64, 45), async (lives) => {
      const history = historyFrom((clock += 100 * dayMs))
      const { middle, end } = history
      const leadIds: string[] = []
      let then: Awaited<ReturnType<typeof read>> | null = null
      for (const { now, play } of planOf(cast, leadIds, lives, history)) {
        if (now > middle) then ??= await agree(history, middle)
        await letTimePass(new Date(now.getTime() - 1))
        await play(now)
      }
      const last = await agree(history, end)
      expect(await read(history, end, middle)).toEqual(then)
      expect(last.changed?.questions).toBeGreaterThan(0)
      expect(last.thresholds.touches.wins).toBeGreaterThan(10)
    }),
    { numRuns: runs(1), endOnFailure: true },
  )
}, 240_000)

/** Reads the present, and holds it against the rows. */
async function agree(history: History, now: Date) {
  await letTimePass(now)
  const said = await read(history, now)
  const leads = await leadsFromRows(now)
  await sameHandoffs(said.every, leads, new Date(0), now)
  const { touchesAtOffer } = await pastFromRows()
  expect(said.thresholds.offers).toEqual(offersFromRows(handoffsOf(leads), touchesAtOffer))
  sameChances(said.thresholds, leads)
  expect(said.forecast).toEqual(nearly(forecastFromRows(leads, now)))
  sameWeeks(said.weeks, leads)
  const periods = { before: { from: history.begin, to: history.turn }, now: { from: history.turn, to: now } }
  sameChanges(said, cameFromRows(leads, now), periods)
  return said
}

/** Fractions are the same as far as two ways to add them up allow. */
function nearly(expected: unknown): unknown {
  if (typeof expected === 'number') return expect.closeTo(expected, 9)
  if (Array.isArray(expected)) return expected.map(nearly)
  if (typeof expected !== 'object' || expected === null) return expected
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, nearly(value)]))
}

function sameChances({ touches, channels, sources }: ReturnType<typeof thresholdsReport>, leads: Known[]) {
  expect(touches).toEqual(nearly(chancesFromLives(leads.map(lifeOf))))
  const channelOf = (lead: Known) => lead.touches[0]?.channel ?? null
  for (const [said, keyOf] of [
    [channels, channelOf],
    [sources, ({ source }: Known) => source],
  ] as const) {
    expect(new Set(said.map(({ key }) => key))).toEqual(new Set(leads.map(keyOf)))
    for (const { key, leads: count, report } of said) {
      const alike = leads.filter((lead) => keyOf(lead) === key)
      expect(count).toBe(alike.length)
      expect(report).toEqual(nearly(chancesFromLives(alike.map(lifeOf))))
    }
    const wins = said.map(({ report }) => report.wins)
    expect(wins).toEqual(wins.toSorted((a, b) => b - a))
  }
}

function sameWeeks(said: Alignment[], leads: Known[]) {
  const weeks = said.map(({ monday }) => {
    const end = periodEdge(addDays(monday, 7), timeZone)
    if (!end) throw new Error(`no end of the week of ${monday}`)
    return weekFromRows(leads, { monday, end }, timeZone)
  })
  expect(said).toEqual(nearly(alignmentFromWeeks(weeks)))
}
