import type { LeadsByTouches } from '@/lib/reports/thresholds/touches-to-win'
import type { Chance } from './demo/chance'

/** How the leads of a company are won in truth: after each touch, and what else may become of a lead then. */
export type Truth = {
  name: string
  /** The touch after which the chance to be won is highest; null where it is the same after each. */
  peak: number | null
  /** The chance, 0 to 1, that a lead is won after this touch, before the next. */
  chanceAt: (touch: number) => number
  /** The chances that it is lost, or left open at that, after any touch. */
  lost: number
  leftOpen: number
}

/** No lead of these companies is touched more often. */
const mostTouches = 60

/** A chance that is highest at one touch and falls off like a bell, wider or narrower before than after. */
export const bell =
  (least: number, most: number, peak: number, widthBefore: number, widthAfter = widthBefore) =>
  (touch: number): number =>
    least + (most - least) * Math.exp(-(((touch - peak) / (touch < peak ? widthBefore : widthAfter)) ** 2))

/** The leads of one company, touched one after the other until they are won, lost or left. */
export function simulateLeads({ chanceAt, lost, leftOpen }: Truth, leads: number, chance: Chance): LeadsByTouches[] {
  const ends = { won: Array<number>(mostTouches + 1).fill(0), lost: Array<number>(mostTouches + 1).fill(0) }
  const open = Array<number>(mostTouches + 1).fill(0)
  const chances = Array.from({ length: mostTouches + 1 }, (_, touch) => (touch === 0 ? 0 : chanceAt(touch)))
  const fateOf = () => {
    for (let touch = 0; touch < mostTouches; touch++) {
      const drawn = chance.number() - (chances[touch] ?? 0)
      if (drawn < 0) return { end: ends.won, touch }
      if (drawn < lost) return { end: ends.lost, touch }
      if (drawn < lost + leftOpen) return { end: open, touch }
    }
    return { end: open, touch: mostTouches }
  }
  for (let lead = 0; lead < leads; lead++) {
    const { end, touch } = fateOf()
    end[touch] = (end[touch] ?? 0) + 1
  }
  return [ends.won, ends.lost, open].flatMap((counts, kind) =>
    counts.map((count, touches) => ({ touches, isWon: kind === 0, isLost: kind === 1, leads: count })),
  )
}

/** Of so many leads, how many are won on average. */
export function shareWon({ chanceAt, lost, leftOpen }: Truth): number {
  let share = 0
  let reached = 1 - lost - leftOpen
  for (let touch = 1; touch < mostTouches; touch++) {
    share += reached * chanceAt(touch)
    reached *= 1 - chanceAt(touch) - lost - leftOpen
  }
  return share
}
