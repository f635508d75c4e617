/**
 * Each offer is given to one rep who is there: in turn, or to who has the fewest leads (of equals the next in turn). Reps
 * who have as many as one may and those who sent the lead back lately are passed over; what nobody is left for stays open
 * to all.
 */
export type GivingRule = 'round_robin' | 'least_loaded'

/** A rep who may be given leads: how many they have with those that wait for them, and how many more they may have. */
export type Taker = { id: string; load: number; room: number }

/** An offer that is to be given. `backTo`: who had sent the lead back for the repair that is answered by it. */
type Giving = { id: string; passedOver: ReadonlySet<string>; backTo?: string | undefined }

/**
 * Whom each of the offers, the most urgent first, is given to. `takers` are in the order of their turns, `lastId` was given
 * one last, and so on from there. A lead that goes back to a rep is nobody's turn.
 */
export function giveOut(
  offers: readonly Giving[],
  takers: readonly Taker[],
  { rule, lastId }: { rule: GivingRule; lastId: string | null },
): { given: Map<string, string>; lastId: string | null } {
  const desks = takers.map((taker) => ({ ...taker }))
  const given = new Map<string, string>()
  let last = lastId
  // Who was given the last one may be gone; the turn goes on behind the place where they were.
  const start = () =>
    Math.max(
      0,
      desks.findIndex(({ id }) => last !== null && id > last),
    )
  for (const { id, passedOver, backTo } of offers) {
    const from = start()
    const inTurn = [...desks.slice(from), ...desks.slice(0, from)]
    const free = inTurn.filter((taker) => taker.room > 0 && !passedOver.has(taker.id))
    const former = free.find((taker) => taker.id === backTo)
    const taker = former ?? (rule === 'round_robin' ? free[0] : leastLoaded(free))
    if (!taker) continue
    given.set(id, taker.id)
    taker.load++
    taker.room--
    if (!former) last = taker.id
  }
  return { given, lastId: last }
}

const leastLoaded = <Desk extends Taker>(takers: readonly Desk[]): Desk | undefined =>
  takers.reduce<Desk | undefined>((best, taker) => (best && best.load <= taker.load ? best : taker), undefined)
