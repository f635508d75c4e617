import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { allPages, pageSize } from '@/lib/exports/all-pages'
import type { CsvCell } from '@/lib/exports/csv-answer'
import type { HandoffPageFilters } from '@/lib/handoffs/filters'
import { listHandoffs, type ListedHandoff } from '@/lib/handoffs/list-handoffs'
import { type HandoffView, shownHandoffs } from '@/lib/handoffs/views'
import { companySettings } from '@/lib/settings/queries'

/** The columns in their order. */
const values: Record<string, (handoff: ListedHandoff) => CsvCell> = {
  id: ({ id }) => id,
  'lead.id': ({ leadId }) => leadId,
  lead: ({ lead }) => lead.name,
  company: ({ lead }) => lead.company?.name,
  stage: ({ lead }) => lead.stage,
  touchCount: ({ lead }) => lead.touchCount,
  status: ({ status }) => status,
  origin: ({ origin }) => origin,
  offeredAt: ({ offeredAt }) => offeredAt,
  offeredBy: ({ offeredBy }) => offeredBy?.name,
  offerNote: ({ offerNote }) => offerNote,
  offerTouchCount: ({ offerTouchCount }) => offerTouchCount,
  dueAt: ({ dueAt }) => dueAt,
  overdue: ({ overdue }) => overdue,
  acceptedAt: ({ acceptedAt }) => acceptedAt,
  rep: ({ rep }) => rep?.name,
  returnedAt: ({ returnedAt }) => returnedAt,
  returnedBy: ({ returnedBy }) => returnedBy?.name,
  kind: ({ kind }) => kind,
  reason: ({ reason }) => reason,
  note: ({ note }) => note,
  wakeOn: ({ wakeOn }) => wakeOn,
  answer: ({ answer }) => answer,
  answeredAt: ({ answeredAt }) => answeredAt,
  answeredBy: ({ answeredBy }) => answeredBy?.name,
  answerNote: ({ answerNote }) => answerNote,
  withdrawnAt: ({ withdrawnAt }) => withdrawnAt,
  closedAt: ({ closedAt }) => closedAt,
}

type Shown = { view?: HandoffView | undefined } & HandoffPageFilters

/** The handoffs that a view and filters of its page show, as rows of a file, the latest offer first. Throws FORBIDDEN. */
export function exportHandoffs(actor: Actor, shown: Shown, now = new Date()): AsyncIterable<CsvCell[]> {
  authorise(actor, 'export.all')
  return rowsOf(actor, shown, now)
}

async function* rowsOf(actor: Actor, { view = 'waiting', ...wanted }: Shown, now: Date): AsyncGenerator<CsvCell[]> {
  yield Object.keys(values)
  const { timeZone } = await companySettings()
  const filters = shownHandoffs(view, wanted, timeZone, now)
  const handoffs = allPages((cursor) =>
    listHandoffs(actor, { filters, sort: '-offeredAt', limit: pageSize, now, cursor }),
  )
  for await (const handoff of handoffs) yield Object.values(values).map((value) => value(handoff))
}
