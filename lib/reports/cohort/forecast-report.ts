import type { Books } from '@/lib/reports/books'
import { type Forecast, forecastWins, type OpenAtAge, type WeekOfLife } from '@/lib/reports/cohort/forecast'
import type { Outcome } from '@/prisma/generated/enums'

/** Leads of the same age whose life ended in the same week of it; `endedIn` is null for open ones. All in whole weeks. */
type Lives = { outcome: Outcome; age: number; ageRounded: number; endedIn: number | null; leads: number }

const weekMs = 7 * 24 * 3_600_000

/** Wins to expect from the leads that are open at the moment that is read, by the pace of all leads, whenever created. */
export function readForecast(books: Books): Forecast | null {
  const lives = livesOf(books)
  return forecastWins(historyOf(lives), openOf(lives))
}

/** Weeks of life are counted up to here one by one: nobody is a lead for longer than a lifetime. */
const longestLife = 4096

function livesOf(books: Books): Lives[] {
  const { createdAt, closedAt, outcome } = books.facts.leads.columns
  const [at, open] = [books.at.getTime(), outcome.codeOf('OPEN')]
  const weeks = (ms: number) => Math.min(longestLife - 1, Math.max(0, ms / weekMs))
  const alike = new Map<number, Lives>()
  for (const slot of books.slots) {
    const created = createdAt[slot] as number
    const age = weeks(at - created)
    const isOpen = outcome.codes[slot] === open
    const other = isOpen ? Math.round(age) : Math.floor(weeks((closedAt[slot] as number) - created))
    const key = (Math.floor(age) * longestLife + other) * 4 + (outcome.codes[slot] as number)
    const lives = alike.get(key)
    if (lives) lives.leads++
    else
      alike.set(key, {
        outcome: outcome.nameOf(slot) as Outcome,
        age: Math.floor(age),
        ageRounded: isOpen ? other : 0,
        endedIn: isOpen ? null : other,
        leads: 1,
      })
  }
  return [...alike.values()]
}

/** Each week of life that was over at the moment that is read: who was open when it began, and how it ended for them. */
function historyOf(lives: Lives[]): WeekOfLife[] {
  const longest = lives.reduce((most, { age }) => Math.max(most, age), 0)
  const history = Array.from({ length: longest }, (_, week) => ({ week, atRisk: 0, won: 0, lost: 0 }))
  for (const { outcome, age, endedIn, leads } of lives)
    for (const week of history.slice(0, Math.min(age, (endedIn ?? age) + 1))) {
      week.atRisk += leads
      if (week.week === endedIn) week[outcome === 'WON' ? 'won' : 'lost'] += leads
    }
  return history
}

function openOf(lives: Lives[]): OpenAtAge[] {
  const byAge = new Map<number, number>()
  for (const { outcome, ageRounded, leads } of lives)
    if (outcome === 'OPEN') byAge.set(ageRounded, (byAge.get(ageRounded) ?? 0) + leads)
  return [...byAge].map(([ageWeeks, open]) => ({ ageWeeks, open }))
}
