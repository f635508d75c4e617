import { type Came, countCame, type Edges } from '@/tests/integration/reports/independent-changes'

/** Which changes are beyond chance, found a second way: every question from the rows, every chance by logarithms. */
const stepsOf: Record<string, string[]> = {
  all: ['came', 'warmed', 'offered', 'accepted', 'touched', 'won'],
  source: ['came', 'warmed', 'offered', 'accepted', 'touched', 'won'],
  channel: ['warmed', 'offered', 'accepted', 'touched', 'won'],
  owner: ['came', 'warmed', 'offered', 'accepted', 'touched', 'won'],
  rep: ['touched', 'won'],
}

const logFactorial = (n: number): number => (n < 2 ? 0 : Math.log(n) + logFactorial(n - 1))
const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/** The probability of all outcomes that are no likelier than the one that was seen. */
function rarer(logs: Map<number, number>, seen: number): number {
  const limit = (logs.get(seen) ?? NaN) + 1e-7
  return Math.min(
    1,
    [...logs.values()].reduce((sum, log) => (log <= limit ? sum + Math.exp(log) : sum), 0),
  )
}

type Share = { did: number; of: number }

function chanceOfShares(before: Share, now: Share): number {
  const [did, of] = [before.did + now.did, before.of + now.of]
  const logs = new Map<number, number>()
  for (let k = Math.max(0, did - before.of); k <= Math.min(did, now.of); k++)
    logs.set(k, logChoose(now.of, k) + logChoose(before.of, did - k) - logChoose(of, did))
  return rarer(logs, now.did)
}

function chanceOfPace(before: number, now: number, share: number): number {
  const all = before + now
  const logs = new Map<number, number>()
  for (let k = 0; k <= all; k++) logs.set(k, logChoose(all, k) + k * Math.log(share) + (all - k) * Math.log(1 - share))
  return rarer(logs, now)
}

/** Every question that can be asked of two periods: of whom, at which step, how likely by chance, and which way it went. */
export function questionsFromRows(all: Came[], before: Edges, now: Edges) {
  const [was, is] = [countCame(all, before), countCame(all, now)]
  const length = ({ from, to }: Edges) => to.getTime() - from.getTime()
  const share = length(now) / (length(now) + length(before))
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) => {
    const [step = '', dimension = 'all', ...key] = name.split(' ')
    const nothing = { did: 0, of: 0 }
    const [one, other] = [was[name] ?? nothing, is[name] ?? nothing]
    const isCounted = ['came', 'warmed', 'offered'].includes(step)
    if (!stepsOf[dimension]?.includes(step) || one.of + other.of < 10) return []
    if (!isCounted && (one.of === 0 || other.of === 0)) return []
    const rise = isCounted
      ? other.did / length(now) - one.did / length(before)
      : other.did / other.of - one.did / one.of
    const chance = isCounted ? chanceOfPace(one.did, other.did, share) : chanceOfShares(one, other)
    return [{ dimension, key: key.join(' '), step, before: one, now: other, rise: Math.sign(rise), chance }]
  })
}
