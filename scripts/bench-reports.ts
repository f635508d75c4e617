import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { presentFacts } from '@/lib/facts/present-facts'
import { advanceReplay } from '@/lib/replays/advance-replay'
import { findBooks, openBooks } from '@/lib/reports/books'
import { dashboardReport } from '@/lib/reports/dashboard'
import type { ReportInput } from '@/lib/reports/filters'
import { settlePeriod } from '@/lib/reports/period'
import { funnelReport, handoffsReport, repsReport, timeInStageReport, touchesToWinReport } from '@/lib/reports/queries'
import {
  alignmentReport,
  attributionReport,
  balanceReport,
  channelsReport,
  worthAnswer,
} from '@/lib/reports/team-reports'
import { thresholdsReport } from '@/lib/reports/thresholds/thresholds'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { besides, timed, within } from './bench-measure'

/** Milliseconds that a report may take: of all leads or by one filter, by several, and the first page of the dashboard. */
const mostOfOne = 200
const mostOfAny = 2000
const mostOfPage = 600

const dayMs = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10)

const reports: Record<string, (actor: Actor, asked: ReportInput) => Promise<unknown>> = {
  funnel: (actor, asked) => funnelReport(actor, asked, new Date()),
  'touches to win': (actor, asked) => touchesToWinReport(actor, asked, new Date()),
  handoffs: (actor, asked) => handoffsReport(actor, asked, new Date()),
  reps: (actor, asked) => repsReport(actor, asked, new Date()),
  'time in stage': (actor, asked) => timeInStageReport(actor, asked, new Date()),
  balance: (actor, asked) => balanceReport(actor, asked, new Date()),
  channels: (actor, asked) => channelsReport(actor, asked, new Date()),
  attribution: (actor, asked) => attributionReport(actor, asked, new Date()),
  worth: (actor, asked) => worthAnswer(actor, asked, new Date()),
  alignment: (actor, asked) => alignmentReport(actor, asked, new Date()),
}

/** The funnel of all leads, straight from the ledger: what a report costs that has nothing to stand on. */
const plainFunnel = () => db.$queryRaw`
  with counted as (
    select lead_id, row_number() over (partition by lead_id order by occurred_at, logged_at, id) as nth
    from touchpoint where voided_at is null
  ),
  reached as (select lead_id, max(nth) as touches from counted group by 1),
  accepted as (select distinct lead_id from handoff where accepted_at is not null and reverted_at is null),
  ended as (select distinct on (lead_id) lead_id, outcome from outcome_change order by lead_id, recorded_at desc)
  select count(*), count(*) filter (where r.touches >= 3) as warm, count(a.lead_id) as accepted,
    count(*) filter (where r.touches >= 5) as hot, count(*) filter (where e.outcome = 'WON') as won
  from lead l left join reached r on r.lead_id = l.id left join accepted a on a.lead_id = l.id
    left join ended e on e.lead_id = l.id
  where l.deleted_at is null`

/** Reports of the present, at every moment as true as the ledger, and of the past. */
export async function measureReports(actor: Actor): Promise<void> {
  const memory = () => Math.round(process.memoryUsage().rss / 1e6)
  const before = memory()
  const read = await timed(presentFacts)
  console.log(`facts read for the first time in ${(read / 1000).toFixed(1)} s, ${memory() - before} MB of memory`)
  const { id: owner } = await db.person.findFirstOrThrow({ where: { role: 'marketer' }, select: { id: true } })
  const { id: campaign } = await db.campaign.findFirstOrThrow({ select: { id: true } })
  const filters: Record<string, ReportInput> = {
    'all leads': {},
    'a quarter': { from: daysAgo(90), to: daysAgo(0) },
    'a source': { source: 'Website' },
    'an owner': { owner },
    'a channel': { channel: 'webinar' },
    'a campaign': { campaign },
    'a value': { valueMin: 50_000 },
  }
  const combination = { source: 'Website', channel: 'webinar', owner, valueMin: 10_000, from: daysAgo(400) } as const
  for (const [name, report] of Object.entries(reports)) {
    for (const [which, asked] of Object.entries(filters))
      await within(mostOfOne, `${name}, ${which}`, () => report(actor, asked))
    await within(mostOfAny, `${name}, a combination`, () => report(actor, combination))
  }
  await within(mostOfOne * 2, 'thresholds, all leads', async () =>
    thresholdsReport(await openBooks(actor, {}, new Date())),
  )
  const page = async (asked: ReportInput, last: ReportInput | null) => {
    const now = new Date()
    const books = await openBooks(actor, asked, now)
    return dashboardReport(actor, books, last && settlePeriod(last, books.timeZone, now))
  }
  await within(mostOfPage, 'dashboard, all leads', () => page({}, null))
  await within(mostOfPage, 'dashboard, a quarter beside the one before', () =>
    page({ from: daysAgo(90) }, { from: daysAgo(180), to: daysAgo(90) }),
  )
  await besides(
    0.1,
    'funnel beside the same from the ledger',
    () => funnelReport(actor, {}, new Date()),
    plainFunnel,
    3,
  )
  const { id: leadId } = await db.lead.findFirstOrThrow({ select: { id: true } })
  await within(mostOfOne, 'a touch, and a funnel that knows of it', async () => {
    await logTouch(actor, { leadId, channel: 'email' })
    await funnelReport(actor, {}, new Date())
  })
  await measurePast(actor)
}

/** As of a past moment: the first reader waits for the replay, the next ones read what is kept. */
async function measurePast(actor: Actor): Promise<void> {
  const asked = { asOf: daysAgo(100) }
  const open = async () => {
    const { progress } = await findBooks(actor, asked, new Date())
    if (progress) await advanceReplay(progress.id)
    return openBooks(actor, asked, new Date())
  }
  console.log(`the ledger as of a past day, for its first reader: ${((await timed(open)) / 1000).toFixed(1)} s`)
  await within(mostOfOne, 'funnel as of then, for the next one', () => funnelReport(actor, asked, new Date()))
}
