import { beforeAll, expect, test } from 'vitest'
import { tableOf } from '@/lib/charts/table-of'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { countLeads } from '@/lib/leads/list-leads'
import { openBooks } from '@/lib/reports/books'
import { groupings } from '@/lib/reports/group-names'
import { touchesToWinReport } from '@/lib/reports/queries'
import { groupsChart, hazardChart, histogramChart, incidenceChart } from '@/lib/reports/thresholds/threshold-charts'
import { thresholdsReport } from '@/lib/reports/thresholds/thresholds'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
const start = Date.parse('2026-06-01T09:00:00Z')
const at = (hours: number) => ({ now: new Date(start + hours * 3_600_000) })
const end = at(1000).now

// 28 leads of the fair with one to three touches, of which every fourth is lost; five of no known source, won at the second.
beforeAll(async () => {
  cast = await castOf()
  const story = async (nth: number, touches: number, outcome: 'won' | 'lost', source?: string) => {
    const { id: leadId } = await createLead(
      cast.mia,
      { firstName: `Lead ${nth}`, ...(source ? { source } : {}) },
      at(nth),
    )
    for (let touch = 0; touch < touches; touch++)
      await logTouch(cast.mia, { leadId, channel: source ? 'webinar' : 'email' }, at(100 + touch))
    await closeLead(cast.max, { leadId, outcome, ...(outcome === 'lost' ? { reason: 'no_fit' } : {}) }, at(200))
  }
  for (let nth = 0; nth < 28; nth++) await story(nth, 1 + (nth % 3), nth % 4 === 3 ? 'lost' : 'won', 'Fair')
  for (let nth = 28; nth < 33; nth++) await story(nth, 2, 'won')
  await createLead(cast.mia, { firstName: 'Never touched' }, at(40))
})

const read = async (asked: object = {}) => thresholdsReport(await openBooks(cast.max, asked, end))

test('chances are told of all leads and of each channel and source, which is silent below 20 wins of its own', async () => {
  const { touches, channels, sources } = await read()
  expect(touches).toMatchObject({ wins: 26, enough: true })
  expect(channels.map(({ key, leads, report }) => [key, leads, report.wins, report.enough])).toEqual([
    ['webinar', 28, 21, true],
    ['email', 5, 5, false],
    [null, 1, 0, false],
  ])
  expect(channels[1]?.report.hazard).toEqual([])
  expect(sources.map(({ key, leads }) => [key, leads])).toEqual([
    ['Fair', 28],
    [null, 6],
  ])
  expect((await read({ source: 'Fair' })).touches.wins).toBe(21)
})

test('the numbers of a group, and of those who got to a touch, open exactly their leads', async () => {
  const { touches, channels, sources } = await read()
  const opens = async (filters: object) => (await countLeads(cast.max, filters)).count
  for (const [by, groups] of [
    ['channel', channels],
    ['source', sources],
  ] as const)
    for (const { key, leads, report } of groups) {
      const those = groupings[by].filterOf(key)
      expect(await opens(those)).toBe(leads)
      expect(await opens({ ...those, outcome: 'WON' })).toBe(report.wins)
    }
  for (const { touch, atRisk } of touches.hazard) expect(await opens({ touchesAtCloseMin: touch })).toBe(atRisk)
})

test('what is drawn is what is read: the charts and the API say the same', async () => {
  const { touches, sources, suggestion } = await read()
  const answer = await touchesToWinReport(cast.max, {}, end)
  expect(answer).toMatchObject({ wins: 26, hazard: touches.hazard, incidence: touches.incidence, suggestion })
  const table = tableOf(hazardChart(touches, { warmAt: 3, hotAt: 5 }))
  // The charts end with the last touch that twenty leads reached.
  expect(table.rows.map(([touch, hazard]) => [touch, hazard])).toEqual(
    touches.hazard.slice(1, 3).map(({ touch, hazard }) => [String(touch), hazard]),
  )
  for (const [, won, , , lost, , , open] of tableOf(incidenceChart(touches)).rows)
    expect(Number(won) + Number(lost) + Number(open)).toBeCloseTo(1, 12)
  expect(tableOf(histogramChart(touches)).rows.at(-1)).toEqual(['3', 7, 2, 0])
  const curves = groupsChart(sources.map(({ key, report }) => ({ name: groupings.source.nameOf(key), report })))
  expect(curves.series.map(({ name }) => name)).toEqual(['Fair'])
})
