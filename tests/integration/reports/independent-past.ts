import { db } from '@/lib/db'
import type { KnownHandoff } from '@/tests/integration/reports/independent-handoffs'
import { countedBy } from '@/tests/integration/touchpoints/independent-replay'

/**
 * What was true at a moment of the past, found a second way: from the rows, walking back through merges and undone merges,
 * sharing nothing with lib.
 */
export async function pastFromRows() {
  const merges = await db.merge.findMany()
  const touchpoints = await db.touchpoint.findMany()
  const handoffs = await db.handoff.findMany()
  const policies = await db.scoringPolicy.findMany({ orderBy: { version: 'asc' } })
  const { timeZone } = await db.settings.findFirstOrThrow()
  const given = await db.activity.findMany({ where: { type: 'lead_assigned' } })
  const moves = merges
    .flatMap(({ mergedAt, undoneAt, keptId, goneId, movedIds }) => [
      { at: mergedAt, before: goneId, movedIds },
      ...(undoneAt ? [{ at: undoneAt, before: keptId, movedIds }] : []),
    ])
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())

  const leadThen = ({ id, leadId }: { id: string; leadId: string }, then: Date) =>
    moves.reduce((lead, { at, before, movedIds }) => (at > then && movedIds.includes(id) ? before : lead), leadId)

  /** The count of the lead when it was offered, by what was known then. */
  const touchesAtOffer = ({ lead: _, ...handoff }: KnownHandoff): number => {
    const then = handoff.offeredAt
    const leadId = leadThen(handoff, then)
    const policy = policies.findLast(({ savedAt }) => savedAt <= then)
    const known = touchpoints
      .filter((touch) => touch.loggedAt <= then && leadThen(touch, then) === leadId)
      .filter(({ voidedAt }) => voidedAt === null || voidedAt > then)
      .toSorted(
        (a, b) =>
          a.occurredAt.getTime() - b.occurredAt.getTime() ||
          a.loggedAt.getTime() - b.loggedAt.getTime() ||
          (a.id < b.id ? -1 : 1),
      )
    const recycles = handoffs.flatMap((row) =>
      row.returnKind === 'recycle' && row.returnedAt && row.returnedAt <= then && leadThen(row, then) === leadId
        ? [row.returnedAt.getTime()]
        : [],
    )
    const oldest = policy?.windowDays ? then.getTime() - policy.windowDays * 86_400_000 : -Infinity
    const rules = (policy?.channels ?? {}) as Parameters<typeof countedBy>[0]
    return countedBy(rules, known, timeZone)
      .map(({ occurredAt }) => occurredAt.getTime())
      .filter((at) => at > oldest && at > Math.max(-Infinity, ...recycles)).length
  }

  /** The offers that waited when this one was accepted and were due earlier; null where a manager gave it. */
  const passedOver = ({ leadId, acceptedAt, dueAt }: KnownHandoff): Date[] | null => {
    if (!acceptedAt || given.some((line) => line.leadId === leadId && +line.at === +acceptedAt)) return null
    const hasEnded = ({ id, ...row }: (typeof handoffs)[number]) =>
      [row.acceptedAt, row.returnedAt, row.withdrawnAt].some((at) => at && at < acceptedAt) ||
      merges.some(
        ({ withdrawnIds, mergedAt, undoneAt }) =>
          withdrawnIds.includes(id) && undoneAt && mergedAt < acceptedAt && acceptedAt < undoneAt,
      )
    return handoffs
      .filter((row) => row.offeredAt <= acceptedAt && row.dueAt < dueAt && !hasEnded(row))
      .map(({ offeredAt }) => offeredAt)
  }

  return { touchesAtOffer, passedOver }
}
