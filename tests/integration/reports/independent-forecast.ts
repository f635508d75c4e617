import { closedAtOf } from '@/tests/integration/reports/independent-handoffs'
import type { Known } from '@/tests/integration/reports/independent-teams'

/**
 * The wins to expect, computed a second way: every open lead lives on week by week, and what the pace may be otherwise is
 * found by moving each rate a little. It shares nothing with lib.
 */
const week = 7 * 86_400_000
const ahead = 13
type Rates = { won: number; lost: number; atRisk: number }

export function forecastFromRows(leads: Known[], now: Date) {
  const lives = leads.map((lead) => {
    const closedAt = closedAtOf(lead)
    const begin = lead.createdAt.getTime()
    return {
      age: Math.max(0, now.getTime() - begin),
      lived: closedAt ? Math.max(0, closedAt.getTime() - begin) : null,
      isWon: lead.wonAt !== null,
    }
  })
  const pace: Rates[] = []
  for (let nth = 0; ; nth++) {
    const under = lives.filter(({ age, lived }) => age >= (nth + 1) * week && (lived ?? Infinity) >= nth * week)
    if (under.length < 20) break
    const ended = under.filter(({ lived }) => lived !== null && lived < (nth + 1) * week)
    const won = ended.filter(({ isWon }) => isWon).length
    pace.push({ won: won / under.length, lost: (ended.length - won) / under.length, atRisk: under.length })
  }
  const open = lives.flatMap(({ age, lived }) => (lived === null ? [Math.round(age / week)] : []))
  const known = open.filter((age) => age < pace.length)
  const chance = (age: number, rates: Rates[]) => {
    let [alive, won] = [1, 0]
    for (const rate of rates.slice(age, age + ahead)) {
      won += alive * rate.won
      alive -= alive * (rate.won + rate.lost)
    }
    return won
  }
  const expectedBy = (rates: Rates[]) => known.reduce((total, age) => total + chance(age, rates), 0)

  const winsAhead = pace.reduce(
    (total, { won, atRisk }, nth) =>
      known.some((age) => age <= nth && nth < age + ahead) ? total + won * atRisk : total,
    0,
  )
  if (Math.round(winsAhead) < 20) return null
  const expected = expectedBy(pace)
  let variance = known.reduce((total, age) => total + chance(age, pace) * (1 - chance(age, pace)), 0)
  for (const [nth, { won, lost, atRisk }] of pace.entries()) {
    const moved = (end: 'won' | 'lost', by: number) =>
      expectedBy(pace.map((rates, other) => (other === nth ? { ...rates, [end]: rates[end] + by } : rates)))
    const slope = (end: 'won' | 'lost') => (moved(end, 0.01) - moved(end, -0.01)) / 0.02
    const [byWon, byLost] = [slope('won'), slope('lost')]
    const squares = byWon ** 2 * won * (1 - won) + byLost ** 2 * lost * (1 - lost)
    variance += (squares - 2 * byWon * byLost * won * lost) / atRisk
  }
  const root = Math.sqrt(expected)
  const spread = (1.959963984540054 * Math.sqrt(variance)) / (2 * root)
  return {
    expected,
    low: Math.floor(Math.max(0, root - spread) ** 2),
    high: Math.ceil((root + spread) ** 2),
    leads: known.length,
    partlyKnown: known.filter((age) => age + ahead > pace.length).length,
    tooOld: open.length - known.length,
  }
}
