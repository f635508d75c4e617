import { db } from '@/lib/db'
import { countedBy, touchesInOrder } from '@/tests/integration/touchpoints/independent-replay'

type Policy = { warmAt: number; windowDays: number | null; channels: Parameters<typeof countedBy>[0] }

const dayMs = 86_400_000

/** The moments at which a policy would have offered a lead, read off its rows in plain loops. */
async function offersFromRows(leadId: string, policy: Policy, timeZone: string): Promise<number[]> {
  const counted = countedBy(policy.channels, await touchesInOrder(leadId), timeZone)
  const times = counted.map(({ occurredAt }) => occurredAt.getTime())
  const returns = await db.handoff.findMany({ where: { leadId, returnKind: 'recycle' } })
  const recycled = returns.map(({ returnedAt }) => returnedAt?.getTime() ?? 0)
  const offers: number[] = []
  let offeredIn = -1
  for (const at of [...new Set(times)]) {
    const stay = recycled.filter((time) => time < at).length
    const begin = Math.max(0, ...recycled.filter((time) => time < at))
    const alive = times.filter(
      (time) => time <= at && time > begin && (policy.windowDays === null || at - time < policy.windowDays * dayMs),
    )
    const before = alive.filter((time) => time < at)
    if (alive.length < policy.warmAt || before.length >= policy.warmAt || stay === offeredIn) continue
    offeredIn = stay
    offers.push(at)
  }
  return offers
}

/** The numbers of a trial, counted a second way: lead by lead from the rows, sharing nothing with lib. */
export async function trialFromRows(present: Policy, proposed: Policy, from: Date, to: Date) {
  const { timeZone } = await db.settings.findFirstOrThrow()
  const leads = await db.lead.findMany({
    where: { deletedAt: null },
    include: {
      state: true,
      createdBy: true,
      handoffs: { where: { revertedAt: null } },
      outcomeChanges: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] },
    },
  })
  const isIn = (at: number) => at >= from.getTime() && at < to.getTime()
  const none = () => ({ offers: 0, leads: 0, answered: 0, accepted: 0, won: 0, lost: 0 })
  const figures = { real: none(), present: none(), proposed: none() }
  const moments: { at: number; what: string }[] = []
  const wins = { wins: 0, same: 0, earlier: 0, later: 0, never: 0, newly: 0, neither: 0 }
  for (const lead of leads) {
    const last = lead.outcomeChanges.at(-1)
    const until = last && last.outcome !== 'OPEN' ? (last.closedAt?.getTime() ?? 0) : Infinity
    const mayBe = lead.createdBy?.role !== 'rep' && !lead.state?.doNotContact
    const of = async (policy: Policy) =>
      mayBe ? (await offersFromRows(lead.id, policy, timeZone)).filter((at) => at <= until) : []
    const byPolicy = {
      real: lead.handoffs.map(({ offeredAt }) => offeredAt.getTime()),
      present: await of(present),
      proposed: await of(proposed),
    }
    const answers = lead.handoffs.flatMap(({ acceptedAt, returnedAt }) => acceptedAt ?? returnedAt ?? [])
    for (const who of ['real', 'present', 'proposed'] as const) {
      const offers = byPolicy[who].filter(isIn)
      if (offers.length === 0) continue
      figures[who].offers += offers.length
      figures[who].leads++
      if (answers.length > 0) figures[who].answered++
      if (lead.handoffs.some(({ acceptedAt }) => acceptedAt)) figures[who].accepted++
      if (last?.outcome === 'WON') figures[who].won++
      if (last?.outcome === 'LOST') figures[who].lost++
    }
    for (const at of byPolicy.present) moments.push({ at, what: 'present' })
    for (const at of byPolicy.proposed) moments.push({ at, what: 'proposed' })
    for (const { offeredAt, acceptedAt, returnedAt, withdrawnAt } of lead.handoffs) {
      moments.push({ at: offeredAt.getTime(), what: 'offered' })
      if (acceptedAt) moments.push({ at: acceptedAt.getTime(), what: 'accepted' })
      const answeredAt = acceptedAt ?? returnedAt
      if (answeredAt) moments.push({ at: answeredAt.getTime(), what: 'answered' })
      const leftAt = answeredAt ?? withdrawnAt
      if (leftAt) moments.push({ at: leftAt.getTime(), what: 'left' })
    }
    if (last?.outcome !== 'WON' || !isIn(until)) continue
    const [was, is] = [byPolicy.present[0], byPolicy.proposed[0]]
    wins.wins++
    if (was === undefined) wins[is === undefined ? 'neither' : 'newly']++
    else if (is === undefined) wins.never++
    else wins[is === was ? 'same' : is < was ? 'earlier' : 'later']++
  }
  const byWeek = new Map<string, Record<string, number>>()
  for (const { at, what } of moments) {
    const day = new Date(`${new Date(at).toLocaleDateString('sv-SE', { timeZone })}T00:00:00Z`)
    day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
    const monday = day.toISOString().slice(0, 10)
    const week = byWeek.get(monday) ?? {}
    byWeek.set(monday, { ...week, [what]: (week[what] ?? 0) + 1 })
  }
  return { figures, wins, byWeek }
}
