import fc from 'fast-check'
import { allChannels } from '@/lib/touchpoints/channel'
import type { Cast } from '@/tests/integration/cast'
import { anyStep, play, type Step } from '@/tests/integration/reports/random-history'

const hour = 3_600_000

/** A history, and where it turns: from then on fewer are won. */
export type Period = Record<'begin' | 'turn' | 'end', Date>

/** A plain life: some touches, an offer that a rep may take, and an end. */
const life = fc.record({
  channel: fc.constantFrom(...allChannels),
  touches: fc.integer({ min: 1, max: 3 }),
  isTaken: fc.constantFrom(true, true, true, false),
  end: fc.constantFrom('win', 'win', 'win', 'win', 'win', 'lose', 'none'),
  daysToEnd: fc.integer({ min: 3, max: 12 }),
})

/**
 * What else comes of leads, in turns, so that every history has some of each: how many hours after the offer was taken, or
 * could have been. A touch among them is told 30 hours late.
 */
const turns: Record<string, number>[] = [
  {},
  { recycle: 20, offer: 40, take: 42 },
  {},
  { repair: 5, fix: 14, take: 30 },
  { touch: 8, void: 30 },
  { disqualify: 6, reopen: 30, offer: 40 },
  {},
  { repair: 4, dispute: 12 },
  { merge: 60, unmerge: 200 },
]

/** So many leads with a plain life each, one after another, and in between them anything that may happen to any lead. */
export const anyLives = (leads: number, steps: number) =>
  fc.record({
    lives: fc.array(life, { minLength: leads, maxLength: leads }),
    steps: fc.array(anyStep, { minLength: steps, maxLength: steps }),
  })
type Lives = ReturnType<typeof anyLives> extends fc.Arbitrary<infer Of> ? Of : never

/** What happens from `begin` to `end`, in its order, no two things at the same moment. */
export function planOf(cast: Cast, leadIds: string[], { lives, steps }: Lives, period: Period) {
  const { begin, turn, end } = { begin: +period.begin, turn: +period.turn, end: +period.end }
  const plan: { at: number; play: (now: Date) => Promise<void> }[] = []
  for (const [index, step] of steps.entries()) {
    const at = begin + ((end - begin) * (index + 1)) / (steps.length + 1)
    plan.push({ at, play: (now) => play(cast, leadIds, step, now) })
  }
  for (const [index, { channel, touches, isTaken, ...life }] of lives.entries()) {
    const bornAt = begin + ((end - begin) * index) / lives.length
    const isLate = bornAt >= turn
    let nth = 0
    const then = (hours: number, step: (isSaras: boolean) => Omit<Step, 'nth'>) =>
      plan.push({
        at: bornAt + hours * hour,
        play: (now) => play(cast, leadIds, { ...step(nth % 2 === 0), nth }, now),
      })
    const isCreated = async (now: Date) => {
      nth = leadIds.length
      await play(cast, leadIds, { do: 'create', nth: 1 + (index % 3) }, now)
    }
    plan.push({ at: bornAt, play: isCreated })
    for (let touch = 0; touch < touches; touch++) then(10 + touch * 15, () => ({ do: 'touch', channel }))
    const takenAt = 13 + touches * 15
    then(takenAt - 1, () => ({ do: 'offer' }))
    // After the turn Sara has no time: she takes leads, and neither touches nor wins them.
    if (isTaken) then(takenAt, (isSaras) => ({ do: isLate && isSaras ? 'accept' : 'take' }))
    for (const [what, hours] of Object.entries(turns[index % turns.length] ?? {}))
      then(takenAt + hours, () => ({ do: what, channel, lateByHours: 30 }))
    const isEnded = life.end !== 'none' && !(isLate && life.end === 'win' && index % 4 > 0)
    if (isEnded) then(life.daysToEnd * 24, () => ({ do: life.end }))
  }
  return plan
    .filter(({ at }) => at < end)
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, play }, index) => ({ play, now: new Date(Math.floor(at) + index) }))
}
