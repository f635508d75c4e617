import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { openBooks } from '@/lib/reports/books'
import { forecastWins } from '@/lib/reports/cohort/forecast'
import { readForecast } from '@/lib/reports/cohort/forecast-report'
import { castOf } from '@/tests/integration/cast'

const dayMs = 86_400_000
const weekMs = 7 * dayMs
const now = new Date('2026-11-23T12:00:00Z')

/** Four hundred lives of up to a year, each ending as its number says. */
const lives = Array.from({ length: 400 }, (_, n) => {
  const createdAt = new Date(now.getTime() - ((n * 37) % 365) * dayMs - n * 60_000)
  const closedAt = new Date(createdAt.getTime() + ((n * 53) % 120) * dayMs)
  const hasEnded = n % 5 < 3 && closedAt < now
  return {
    createdAt,
    closedAt: hasEnded ? closedAt : null,
    outcome: hasEnded ? (n % 2 ? 'WON' : 'LOST') : 'OPEN',
  } as const
})

test('the forecast is made of every lead’s life week by week, by its age now and how it ended', async () => {
  const { max } = await castOf()
  const leads = lives.map((life) => ({ id: randomUUID(), ...life }))
  await db.lead.createMany({ data: leads.map(({ id, createdAt }) => ({ id, firstName: 'Ines', createdAt })) })
  await db.leadState.createMany({
    data: leads.map(({ id, ...life }) => ({
      leadId: id,
      ...life,
      policyVersion: 1,
      lostReason: life.outcome === 'LOST' ? ('no_fit' as const) : null,
    })),
  })

  const history = Array.from({ length: 52 }, (_, week) => {
    const begins = week * weekMs
    const isOver = ({ createdAt }: (typeof lives)[number]) => createdAt.getTime() + begins + weekMs <= now.getTime()
    const lifetime = ({ createdAt, closedAt }: (typeof lives)[number]) =>
      closedAt ? closedAt.getTime() - createdAt.getTime() : Infinity
    const under = lives.filter((life) => isOver(life) && lifetime(life) >= begins)
    const ended = under.filter((life) => lifetime(life) < begins + weekMs)
    return {
      week,
      atRisk: under.length,
      won: ended.filter(({ outcome }) => outcome === 'WON').length,
      lost: ended.filter(({ outcome }) => outcome === 'LOST').length,
    }
  })
  const open = lives
    .filter(({ outcome }) => outcome === 'OPEN')
    .map(({ createdAt }) => ({ ageWeeks: Math.round((now.getTime() - createdAt.getTime()) / weekMs), open: 1 }))
  const expected = forecastWins(history, open)
  const forecast = readForecast(await openBooks(max, {}, now))
  expect(forecast?.expected).toBeCloseTo(expected?.expected ?? 0, 9)
  expect(forecast).toMatchObject({ low: expected?.low, high: expected?.high, leads: expected?.leads })
  expect(expected?.expected).toBeGreaterThan(5)
})
