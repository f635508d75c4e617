import { db } from '@/lib/db'
import { replayFromRows } from '@/tests/integration/touchpoints/independent-replay'

/**
 * What Marketing and Sales did for each other, counted a second way: lead by lead from the rows, in plain loops, sharing
 * nothing with lib.
 */
const salesChannels = ['meeting', 'cold_call', 'introduction', 'follow_up_call', 'sales_email', 'demo', 'proposal']
const isSales = ({ channel }: { channel: string }) => salesChannels.includes(channel)

export async function leadsFromRows(now: Date) {
  const leads = await db.lead.findMany({
    where: { deletedAt: null },
    include: {
      touchpoints: { where: { voidedAt: null } },
      handoffs: { where: { revertedAt: null } },
      state: true,
      outcomeChanges: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] },
    },
  })
  const all = []
  for (const lead of leads) {
    const end = lead.outcomeChanges.at(-1)
    const wonAt = end?.outcome === 'WON' ? (end.closedAt?.getTime() ?? 0) : null
    const touches = lead.touchpoints
      .map((touch) => ({ ...touch, at: touch.occurredAt.getTime() }))
      .sort((a, b) => a.at - b.at || a.loggedAt.getTime() - b.loggedAt.getTime() || (a.id < b.id ? -1 : 1))
    const standing = await replayFromRows(lead.id, now)
    all.push({ ...lead, wonAt, touches, standing, before: touches.filter(({ at }) => wonAt !== null && at <= wonAt) })
  }
  return all
}
/** A lead with what became of it. */
export type Known = Awaited<ReturnType<typeof leadsFromRows>>[number]

/** Of each name: wins that it touched, was first and last of, and its parts of the wins by the other models. */
export function sharesFromRows(leads: Known[], nameOf: (touch: Known['touches'][number]) => string) {
  const shares = new Map<string | null, Record<string, number>>()
  const give = (name: string | null, model: string, part: number) => {
    const share = shares.get(name) ?? { touched: 0, first: 0, last: 0, linear: 0, position: 0, shapley: 0 }
    share[model] = (share[model] ?? 0) + part
    shares.set(name, share)
  }
  for (const { wonAt, before } of leads) {
    if (wonAt === null) continue
    const names = before.length === 0 ? [null] : before.map(nameOf)
    const count = names.length
    names.forEach((name, index) => {
      give(name, 'linear', 1 / count)
      const isEnd = index === 0 || index === count - 1
      give(name, 'position', count === 1 ? 1 : count === 2 ? 0.5 : isEnd ? 0.4 : 0.2 / (count - 2))
    })
    for (const name of new Set(names)) {
      give(name, 'touched', 1)
      give(name, 'shapley', 1 / new Set(names).size)
    }
    give(names[0] ?? null, 'first', 1)
    give(names.at(-1) ?? null, 'last', 1)
  }
  return shares
}

export function assistFromRows(leads: Known[]) {
  const assist = { closedBySales: 0, assisted: 0, touches: 0 }
  for (const { before, handoffs } of leads) {
    const last = before.at(-1)
    if (!last || !isSales(last)) continue
    assist.closedBySales++
    const accepts = handoffs.flatMap(({ acceptedAt }) => (acceptedAt ? [acceptedAt.getTime()] : []))
    const helped = before.filter((touch) => !isSales(touch) && touch.at < Math.min(...accepts))
    if (accepts.length === 0 || helped.length === 0) continue
    assist.assisted++
    assist.touches += helped.length
  }
  return assist
}

/** The approach of a lead, and what the sums of its group get from it. */
export function approachFromRows({ touches, standing, wonAt, createdAt, source, value, currency }: Known) {
  const firstOfSales = touches.find(isSales)
  const isEarly = firstOfSales && touches.some(({ at }) => at < firstOfSales.at)
  const isWarm = firstOfSales && standing.firstWarmedAt && standing.firstWarmedAt.getTime() < firstOfSales.at
  const approach = firstOfSales
    ? isWarm
      ? 'warmed'
      : isEarly
        ? 'some'
        : 'alone'
    : touches.length > 0
      ? 'never'
      : 'untouched'
  const days = wonAt === null ? null : Math.max(0, Math.floor((wonAt - createdAt.getTime()) / 86_400_000))
  return {
    approach,
    source,
    days,
    salesTouches: standing.salesTouchCount,
    ...(days === null || value === null ? {} : { value: Number(value), currency }),
  }
}

const monday = (at: Date, timeZone: string) => {
  const day = new Date(`${at.toLocaleDateString('sv-SE', { timeZone })}T00:00:00Z`)
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
}

/** Of each channel and month: the touches, leads reached, those that responded, and the handoffs it brought about. */
export function channelsFromRows(leads: Known[], timeZone: string) {
  const cells = new Map<string, { touches: number; reach: Set<string>; responded: Set<string>; handoffs: string[] }>()
  const cell = (channel: string, at: Date) => {
    const key = `${channel} ${at.toLocaleDateString('sv-SE', { timeZone }).slice(0, 7)}-01`
    const found = cells.get(key) ?? { touches: 0, reach: new Set(), responded: new Set(), handoffs: [] }
    cells.set(key, found)
    return found
  }
  for (const { id, touches, handoffs } of leads) {
    for (const touch of touches) {
      const there = cell(touch.channel, touch.occurredAt)
      there.touches++
      there.reach.add(id)
      if (touch.engaged) there.responded.add(id)
    }
    for (const { offeredAt, acceptedAt, returnedAt } of handoffs) {
      const brought = touches.findLast(({ occurredAt, loggedAt }) => occurredAt <= offeredAt && loggedAt <= offeredAt)
      const answer = acceptedAt ? 'accepted' : returnedAt ? 'refused' : 'none'
      if (brought) cell(brought.channel, offeredAt).handoffs.push(answer)
    }
  }
  return cells
}

/** What was made, offered and taken in a week, and what waited at its end. */
export function weekFromRows(leads: Known[], week: { monday: string; end: Date }, timeZone: string) {
  const isThen = (at: Date | null) => at !== null && monday(at, timeZone) === week.monday
  const handoffs = leads.flatMap((lead) => lead.handoffs)
  const waiting = handoffs.filter(
    ({ offeredAt, acceptedAt, returnedAt, withdrawnAt }) =>
      offeredAt < week.end && ![acceptedAt, returnedAt, withdrawnAt].some((at) => at !== null && at < week.end),
  )
  const waits = waiting.map(({ offeredAt }) => week.end.getTime() - offeredAt.getTime()).sort((a, b) => a - b)
  const [low, high] = [waits[Math.floor((waits.length - 1) / 2)], waits[Math.ceil((waits.length - 1) / 2)]]
  return {
    monday: week.monday,
    made: leads.filter(({ standing }) => isThen(standing.firstWarmedAt)).length,
    offered: handoffs.filter(({ offeredAt }) => isThen(offeredAt)).length,
    taken: handoffs.filter(({ acceptedAt }) => isThen(acceptedAt)).length,
    waiting: waiting.length,
    overdue: waiting.filter(({ dueAt }) => dueAt < week.end).length,
    medianWaitMs: low === undefined || high === undefined ? null : (low + high) / 2,
  }
}
