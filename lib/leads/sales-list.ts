import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { countHandoffs, listHandoffs, type ListedHandoff } from '@/lib/handoffs/list-handoffs'
import { countRepFocuses } from '@/lib/leads/count-rep-focuses'
import { countRepLeads, listRepLeads, type RepLead } from '@/lib/leads/list-rep-leads'
import type { RepFocus } from '@/lib/leads/rep-focus'
import { companySettings } from '@/lib/settings/queries'
import type { LastTouch } from '@/lib/touchpoints/last-touches'
import type { Outcome, Reason, Stage } from '@/prisma/generated/enums'

/** The three lists of the Sales page: what waits, what the rep has, what the rep closed of late. */
export const salesViews = ['waiting', 'mine', 'closed'] as const
export type SalesView = (typeof salesViews)[number]

/** A row of any of the three. */
export type SalesRow = {
  leadId: string
  name: string
  title: string | null
  company: string | null
  stage: Stage
  ticks: string
  touchCount: number
  lastTouch: LastTouch | null
  rep: string | null
  /** The waiting offer of the row, or of an accepted lead that nobody touched yet: until when. */
  dueAt: Date | null
  handoffId: string | null
  /** The rep whom the offer waits for alone. */
  givenTo: { id: string; name: string } | null
  /** What is to be done about the lead next. */
  nextStep: { what: string; dueAt: Date } | null
  outcome: Outcome
  lostReason: Reason | null
  closedAt: Date | null
  value: number | null
  currency: string | null
}

const rowsAPage = 25

export async function listSales(
  actor: Actor,
  { view, focus, cursor, now }: { view: SalesView; focus: RepFocus; cursor?: string | undefined; now: Date },
): Promise<{ rows: SalesRow[]; nextCursor: string | null }> {
  const page = { limit: rowsAPage, now, ...(cursor ? { cursor } : {}) }
  if (view === 'waiting') {
    const { giveOut } = await companySettings()
    const { data, nextCursor } = await listHandoffs(actor, {
      ...page,
      filters: { status: 'WAITING' },
      firstFor: giveOut === 'open' ? undefined : actor,
    })
    return { rows: data.map(ofHandoff), nextCursor }
  }
  const { data, nextCursor } = await listRepLeads(
    actor,
    view === 'mine' ? { ...page, view: 'open', focus } : { ...page, view: 'closed' },
  )
  return { rows: data.map(ofLead), nextCursor }
}

/** What the head of the Sales page says: how many wait and are overdue, how many the rep has and closed of late. */
export async function countSales(actor: Actor, now: Date) {
  const [waiting, overdue, focuses, closed] = await Promise.all([
    countHandoffs(actor, { status: 'WAITING' }, now),
    countHandoffs(actor, { overdue: true }, now),
    countRepFocuses(actor, now),
    countRepLeads(actor, 'closed', now),
  ])
  return { waiting, overdue, mine: focuses.all, focuses, closed }
}

export type SalesCounts = Awaited<ReturnType<typeof countSales>>

/** What both kinds of rows say of their lead. */
const ofAny = ({ id, name, title, company, stage, ticks, touchCount, outcome }: RepLead | ListedHandoff['lead']) => ({
  leadId: id,
  name,
  title,
  company: company?.name ?? null,
  stage,
  ticks,
  touchCount,
  outcome,
})

const ofHandoff = ({ id, lead, dueAt, lastTouch, rep, reserved, givenTo }: ListedHandoff): SalesRow => ({
  ...ofAny(lead),
  lastTouch,
  rep: rep?.name ?? null,
  dueAt,
  handoffId: id,
  givenTo: reserved ? givenTo : null,
  nextStep: null,
  lostReason: null,
  closedAt: null,
  value: null,
  currency: null,
})

const ofLead = (lead: RepLead): SalesRow => ({
  ...ofAny(lead),
  lastTouch: lead.lastTouch,
  rep: lead.rep?.name ?? null,
  dueAt: lead.firstTouchDueAt,
  handoffId: null,
  givenTo: null,
  nextStep: lead.nextStep,
  lostReason: lead.lostReason,
  closedAt: lead.closedAt,
  value: lead.value,
  currency: lead.currency,
})
