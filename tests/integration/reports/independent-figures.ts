import { db } from '@/lib/db'
import { replayFromRows } from '@/tests/integration/touchpoints/independent-replay'

const salesChannels = ['meeting', 'cold_call', 'introduction', 'follow_up_call', 'sales_email', 'demo', 'proposal']
const hour = 3_600_000

/** Everything of a lead that the reports ask, from its rows and in plain loops. */
async function leadsFromRows(now: Date) {
  const rows = await db.lead.findMany({
    where: { deletedAt: null },
    include: { state: true, handoffs: true, outcomeChanges: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] } },
  })
  const leads = []
  for (const lead of rows) {
    const standing = await replayFromRows(lead.id, now)
    const last = lead.outcomeChanges.at(-1)
    const accepted = lead.handoffs.flatMap(({ acceptedAt }) => acceptedAt ?? []).sort((a, b) => +a - +b)
    leads.push({
      id: lead.id,
      createdAt: lead.createdAt,
      source: lead.source,
      repId: lead.state?.repId ?? null,
      outcome: last?.outcome ?? 'OPEN',
      closedAt: last && last.outcome !== 'OPEN' ? last.closedAt : null,
      warmedAt: standing.firstWarmedAt,
      hotAt: standing.firstHotAt,
      acceptedAt: accepted[0] ?? null,
      handoffs: lead.handoffs,
    })
  }
  return leads
}

type Lead = Awaited<ReturnType<typeof leadsFromRows>>[number]

const median = (numbers: number[]) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/** What everyFigure says of the leads created and the handoffs offered from a moment on, computed a second way. */
export async function figuresFromRows(from: Date, now: Date, timeZone: string) {
  const all = await leadsFromRows(now)
  const cohort = all.filter(({ createdAt }) => createdAt >= from)
  return {
    sources: sourcesOf(cohort),
    spells: spellsOf(cohort, all, from, now),
    ...(await salesOf(all, from, now)),
    trend: weeksOf(all, from, now, timeZone),
  }
}

function sourcesOf(cohort: Lead[]) {
  const found: Record<
    string,
    { source: string | null; leads: number; warmed: number; accepted: number; won: number; lost: number }
  > = {}
  for (const lead of cohort) {
    const of = (found[String(lead.source)] ??= {
      source: lead.source,
      leads: 0,
      warmed: 0,
      accepted: 0,
      won: 0,
      lost: 0,
    })
    of.leads++
    if (lead.warmedAt) of.warmed++
    if (lead.acceptedAt) of.accepted++
    if (lead.outcome === 'WON') of.won++
    if (lead.outcome === 'LOST') of.lost++
  }
  return Object.values(found)
}

function spellsOf(cohort: Lead[], all: Lead[], from: Date, now: Date) {
  const counts: Record<string, number> = {}
  const add = (stage: string, begin: Date, end: Date, fate: string) => {
    const key = JSON.stringify({ stage, hours: Math.max(0, Math.floor((+end - +begin) / hour)), fate })
    counts[key] = (counts[key] ?? 0) + 1
  }
  for (const { createdAt, warmedAt, hotAt, closedAt } of cohort) {
    const spell = (stage: string, begin: Date, next: Date | null) => {
      if (next && !(closedAt && closedAt < next)) add(stage, begin, next, 'advanced')
      else if (closedAt) add(stage, begin, closedAt, 'closed')
      else add(stage, begin, now, 'waiting')
    }
    spell('cold', createdAt, warmedAt)
    if (warmedAt) spell('warm', warmedAt, hotAt)
    if (hotAt) spell('hot', hotAt, null)
  }
  for (const { handoffs } of all)
    for (const { offeredAt, acceptedAt, returnedAt, withdrawnAt } of handoffs) {
      if (offeredAt < from) continue
      if (acceptedAt) add('queue', offeredAt, acceptedAt, 'advanced')
      else if (returnedAt ?? withdrawnAt) add('queue', offeredAt, (returnedAt ?? withdrawnAt) as Date, 'closed')
      else add('queue', offeredAt, now, 'waiting')
    }
  return Object.entries(counts)
    .map(([key, leads]) => ({ ...JSON.parse(key), leads }))
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
}

async function salesOf(all: Lead[], from: Date, now: Date) {
  const offered = all.flatMap((lead) =>
    lead.handoffs.filter(({ offeredAt }) => offeredAt >= from).map((handoff) => ({ ...handoff, lead })),
  )
  const answeredAt = ({ acceptedAt, returnedAt }: (typeof offered)[number]) => acceptedAt ?? returnedAt
  const figures = {
    offered: offered.length,
    accepted: offered.filter(({ acceptedAt }) => acceptedAt).length,
    answered: offered.filter(answeredAt).length,
    returned: offered.filter(({ returnedAt }) => returnedAt).length,
    withdrawn: offered.filter((one) => !answeredAt(one) && one.withdrawnAt).length,
    waiting: offered.filter((one) => !answeredAt(one) && !one.withdrawnAt).length,
    answeredInTime: offered.filter((one) => (answeredAt(one) ?? now) <= one.dueAt && answeredAt(one)).length,
  }
  const reps = []
  for (const { id } of await db.person.findMany()) {
    const own = offered.filter(({ acceptedAt, repId }) => acceptedAt && repId === id)
    const taken = new Set(own.map(({ lead }) => lead))
    let [kept, due] = [0, 0]
    for (const { lead, ...handoff } of all.flatMap((one) =>
      one.handoffs.map((handoff) => ({ ...handoff, lead: one })),
    )) {
      const { touchDueAt, acceptedAt, repId } = handoff
      if (repId !== id || !acceptedAt || !touchDueAt || touchDueAt >= now || touchDueAt < from) continue
      const touches = await db.touchpoint.findMany({
        where: { leadId: lead.id, voidedAt: null, occurredAt: { gte: acceptedAt } },
      })
      const first = touches
        .filter(({ channel, loggedById }) => salesChannels.includes(channel) || loggedById === id)
        .reduce<Date | null>((early, { occurredAt }) => (early && early <= occurredAt ? early : occurredAt), null)
      const ended = handoff.returnedAt ?? handoff.closedAt
      const isKept = first !== null && first <= touchDueAt && !(ended && ended < first)
      if (isKept) kept++
      if (isKept || !(ended && ended <= touchDueAt)) due++
    }
    const won = all.filter(
      ({ repId, outcome, createdAt }) => repId === id && outcome === 'WON' && createdAt >= from,
    ).length
    if (own.length > 0 || won > 0 || due > 0)
      reps.push({
        id,
        accepted: own.length,
        medianAcceptMs: median(own.map(({ acceptedAt, offeredAt }) => +(acceptedAt ?? 0) - +offeredAt)),
        kept,
        due,
        taken: taken.size,
        wonOfTaken: [...taken].filter(({ outcome }) => outcome === 'WON').length,
        won,
      })
  }
  return { handoffs: figures, reps: reps.toSorted((a, b) => a.id.localeCompare(b.id)) }
}

/** The Monday of a moment in a zone. */
function mondayOf(moment: Date, timeZone: string): string {
  const day = new Date(`${moment.toLocaleDateString('sv-SE', { timeZone })}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}

function weeksOf(all: Lead[], from: Date, now: Date, timeZone: string) {
  const nothing = { created: 0, warmed: 0, accepted: 0, hot: 0, won: 0, lost: 0 }
  const weeks: Record<string, typeof nothing & { week: string }> = {}
  for (let at = +from; at < +now; at += hour) {
    const week = mondayOf(new Date(at), timeZone)
    weeks[week] ??= { week, ...nothing }
  }
  const count = (moment: Date | null, step: keyof typeof nothing) => {
    if (!moment || moment < from || moment >= now) return
    const week = mondayOf(moment, timeZone)
    weeks[week] = { ...(weeks[week] ?? { week, ...nothing }), [step]: (weeks[week]?.[step] ?? 0) + 1 }
  }
  for (const { createdAt, warmedAt, acceptedAt, hotAt, outcome, closedAt } of all) {
    count(createdAt, 'created')
    count(warmedAt, 'warmed')
    count(acceptedAt, 'accepted')
    count(hotAt, 'hot')
    if (outcome !== 'OPEN') count(closedAt, outcome === 'WON' ? 'won' : 'lost')
  }
  return Object.values(weeks).toSorted((a, b) => a.week.localeCompare(b.week))
}
