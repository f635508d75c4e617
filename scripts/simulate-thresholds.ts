// Prints the tables of docs/thresholds.md: companies whose truth is known, and what is suggested to them.
import { suggestThresholds, type TouchWithin } from '@/lib/reports/thresholds/suggest-thresholds'
import { touchesToWin } from '@/lib/reports/thresholds/touches-to-win'
import { type Chance, chanceFrom } from './demo/chance'
import { simulateLeads, type Truth } from './simulated-leads'
import { anyCompany, flatTruths, truths } from './simulated-truths'

const runs = 100
const resamples = 200
const seed = 20_261_123

type Company = { truth: Truth; leads: number }

/** Of the companies; of those it told of a peak, how many `touches` wide the intervals were together. */
type Tally = {
  wins: number
  held: number
  wrong: number
  touches: number
  flat: number
  silent: number
  half: number
  plain: number
}

/** What a plain histogram says: the number of touches with the most wins, and where it is in 95% of resampled histories. */
function peakOfHistogram(wins: number[], chance: Chance): TouchWithin {
  const modeOf = (counts: number[]) => counts.indexOf(Math.max(...counts))
  const modes = Array.from({ length: resamples }, () => modeOf(wins.map((count) => aboutAsMany(count, chance))))
  modes.sort((one, other) => one - other)
  const at = (share: number) => modes[Math.floor(share * (resamples - 1))] ?? 0
  return { touch: modeOf(wins), low: at(0.025), high: at(0.975) }
}

/** A count drawn anew around the one seen: Poisson, from 50 on by the normal distribution that it then hardly differs from. */
function aboutAsMany(count: number, chance: Chance): number {
  if (count >= 50) {
    const normal = Math.sqrt(-2 * Math.log(1 - chance.number())) * Math.cos(2 * Math.PI * chance.number())
    return Math.max(0, Math.round(count + Math.sqrt(count) * normal))
  }
  let drawn = 0
  for (let left = Math.exp(count) * chance.number(); left > 1; left *= chance.number()) drawn++
  return drawn
}

const holds = ({ low, high }: TouchWithin, touch: number) => low <= touch && touch <= high

function halfWayOf({ chanceAt, peak }: Truth): number {
  let touch = 1
  while (peak !== null && chanceAt(touch) < (chanceAt(1) + chanceAt(peak)) / 2) touch++
  return touch
}

function tallyOf(companies: Company[], chance: Chance): Tally {
  const tally = { wins: 0, held: 0, wrong: 0, touches: 0, flat: 0, silent: 0, half: 0, plain: 0 }
  for (const { truth, leads } of companies) {
    const { histogram, hazard, wins } = touchesToWin(simulateLeads(truth, leads, chance))
    const { isFlat, peak, halfWay } = suggestThresholds(hazard.filter(({ touch }) => touch > 0))
    tally.wins += wins
    if (isFlat) tally.flat++
    else if (!peak || !halfWay) tally.silent++
    else {
      tally[truth.peak !== null && holds(peak, truth.peak) ? 'held' : 'wrong']++
      tally.touches += peak.high - peak.low + 1
      if (holds(halfWay, halfWayOf(truth))) tally.half++
    }
    const won = histogram.map((bar) => bar.won)
    if (truth.peak !== null && holds(peakOfHistogram(won, chance), truth.peak)) tally.plain++
  }
  return tally
}

const heading = (...cells: string[]) => `| ${cells.join(' | ')} |\n|${' --- |'.repeat(cells.length)}`
const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const counted = (count: number) => Math.round(count).toLocaleString('en-GB')

const companiesOf = (truth: Truth, leads: number): Company[] => Array.from({ length: runs }, () => ({ truth, leads }))

function rowOf(name: string, leads: string, companies: Company[], chance: Chance) {
  const { wins, held, wrong, touches, flat, silent, half, plain } = tallyOf(companies, chance)
  const told = held + wrong
  row(
    name,
    leads,
    counted(wins / runs),
    held,
    wrong,
    flat,
    silent,
    (touches / told).toFixed(1),
    `${half} of ${told}`,
    plain,
  )
}

console.log(`Seed ${seed}, ${runs} companies a row.\n`)
console.log(
  heading(
    'truth',
    'leads',
    'wins',
    'held',
    'wrong',
    'flat',
    'silent',
    'touches wide',
    'half way held',
    'histogram holds',
  ),
)
for (const truth of truths)
  for (const leads of [1_000, 3_000, 10_000])
    rowOf(truth.name, counted(leads), companiesOf(truth, leads), chanceFrom(seed + leads))
const ranges = [
  [20, 50],
  [50, 300],
  [300, 1_000],
  [1_000, 5_000],
  [5_000, 20_000],
] as const
for (const [fewest, most] of ranges) {
  const chance = chanceFrom(seed + most)
  const companies = Array.from({ length: runs }, () => anyCompany(chance, fewest, most))
  rowOf('any shape', `for ${counted(fewest)} to ${counted(most)} wins`, companies, chance)
}

console.log(`\n${heading('truth', 'leads', 'wins', 'nothing to see', 'silent', 'wrong')}`)
for (const truth of flatTruths)
  for (const leads of [1_000, 3_000, 10_000, 100_000]) {
    const { wins, flat, silent, wrong } = tallyOf(companiesOf(truth, leads), chanceFrom(seed + leads))
    row(truth.name, counted(leads), counted(wins / runs), flat, silent, wrong)
  }
