import type { Known } from '@/tests/integration/reports/independent-teams'

/**
 * What became of handoffs and promises, counted a second way: handoff by handoff from the rows, in plain loops, sharing
 * nothing with lib.
 */
const salesChannels = ['meeting', 'cold_call', 'introduction', 'follow_up_call', 'sales_email', 'demo', 'proposal']

export const handoffsOf = (leads: Known[]) =>
  leads.flatMap((lead) =>
    lead.handoffs.map((handoff) => {
      const { acceptedAt, repId } = handoff
      const touch = lead.touches.find(
        ({ occurredAt, channel, loggedById }) =>
          acceptedAt !== null && occurredAt >= acceptedAt && (salesChannels.includes(channel) || loggedById === repId),
      )
      return { ...handoff, lead, touchedAt: touch?.occurredAt ?? null }
    }),
  )
export type KnownHandoff = ReturnType<typeof handoffsOf>[number]

/** The end of the lead as it stands; null while it is open. */
export const closedAtOf = ({ outcomeChanges }: Pick<Known, 'outcomeChanges'>) => {
  const last = outcomeChanges.at(-1)
  return last && last.outcome !== 'OPEN' ? last.closedAt : null
}

/** The fate of a promise: what came first of being fulfilled, being ended and its time, in this order at the same moment. */
export function fateOf(dueAt: Date, doneAt: Date | null, endedAt: Date | null) {
  const story = [
    ...(doneAt ? [{ at: doneAt, what: 'kept' }] : []),
    ...(endedAt ? [{ at: endedAt, what: 'ended' }] : []),
    { at: dueAt, what: doneAt || endedAt ? 'broken' : 'open' },
  ]
  return story.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]?.what
}

/** How the promises that were due in [from, now) were kept. */
export function promisesFromRows(handoffs: KnownHandoff[], from: Date, now: Date) {
  const kinds = { accept: [] as unknown[], first_touch: [] as unknown[], answer: [] as unknown[] }
  const note = (kind: keyof typeof kinds, dueAt: Date | null, doneAt: Date | null, endedAt: Date | null) => {
    if (dueAt && dueAt >= from && dueAt < now) kinds[kind].push(fateOf(dueAt, doneAt, endedAt))
  }
  for (const { lead, ...handoff } of handoffs) {
    note('accept', handoff.dueAt, handoff.acceptedAt ?? handoff.returnedAt, handoff.withdrawnAt)
    note('first_touch', handoff.touchDueAt, handoff.touchedAt, handoff.returnedAt ?? handoff.closedAt)
    note('answer', handoff.answerDueAt, handoff.answeredAt, closedAtOf(lead))
  }
  return Object.entries(kinds).map(([promise, fates]) => ({
    promise,
    kept: fates.filter((fate) => fate === 'kept').length,
    broken: fates.filter((fate) => fate === 'broken' || fate === 'open').length,
    open: fates.filter((fate) => fate === 'open').length,
  }))
}

function medianOf(numbers: number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** How long leads waited for Baton, and for people. */
export function timesFromRows(offered: KnownHandoff[]) {
  const ours: number[] = []
  const theirs: number[] = []
  for (const { lead, origin, offeredAt, touchedAt, returnedAt } of offered) {
    const brought = lead.touches.findLast((touch) => touch.occurredAt <= offeredAt && touch.loggedAt <= offeredAt)
    if (origin === 'automatic' && brought) ours.push(offeredAt.getTime() - brought.loggedAt.getTime())
    if (touchedAt && !(returnedAt && touchedAt > returnedAt)) theirs.push(touchedAt.getTime() - offeredAt.getTime())
  }
  const time = (all: number[]) => ({ ms: medianOf(all), of: all.length })
  return { warmToOffered: time(ours), offeredToTouched: time(theirs) }
}

/** How Sales chose; `passedOver` says when the offers were made that an acceptance passed over, null where it was no choice. */
export function picksFromRows(offered: KnownHandoff[], passedOver: (handoff: KnownHandoff) => Date[] | null) {
  const choices = offered.flatMap((handoff) => {
    const passed = passedOver(handoff)
    const waits = passed?.map((offeredAt) => (handoff.acceptedAt?.getTime() ?? NaN) - offeredAt.getTime())
    return waits ? [waits] : []
  })
  const longest = choices.flatMap((waits) => (waits.length > 0 ? [Math.max(...waits)] : []))
  return {
    picks: choices.length,
    outOfOrder: longest.length,
    medianPassedMs: medianOf(longest),
    longestPassedMs: longest.length > 0 ? Math.max(...longest) : null,
  }
}

/** Why leads came back: a count of each kind and reason. */
export function returnsFromRows(offered: KnownHandoff[]) {
  const counts: Record<string, number> = {}
  for (const { returnedAt, returnKind, returnReason } of offered)
    if (returnedAt) counts[`${returnKind} ${returnReason}`] = (counts[`${returnKind} ${returnReason}`] ?? 0) + 1
  return counts
}

/** The same figures of the handoffs whose leads had so many touches at the offer, by that number. */
export function offersFromRows(offered: KnownHandoff[], touchesAt: (handoff: KnownHandoff) => number) {
  const groups = new Map<number, KnownHandoff[]>()
  for (const handoff of offered) {
    const touches = touchesAt(handoff)
    groups.set(touches, [...(groups.get(touches) ?? []), handoff])
  }
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([touches, alike]) => {
      const count = (is: (handoff: KnownHandoff) => unknown) => alike.filter(is).length
      return {
        touches,
        offered: alike.length,
        answered: count(({ acceptedAt, returnedAt }) => acceptedAt ?? returnedAt),
        accepted: count(({ acceptedAt }) => acceptedAt),
        won: count(({ closedAt, lead }) => closedAt && lead.wonAt !== null),
        underWay: count(({ status }) => status === 'ACCEPTED'),
      }
    })
}
