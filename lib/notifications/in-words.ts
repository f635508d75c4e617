import { formatCountOf } from '@/lib/format/format-number'
import { formatMoment } from '@/lib/format/format-time'
import { reasonLabels } from '@/lib/handoffs/reasons'
import type { NotificationFacts } from '@/lib/notifications/facts'
import type { NotificationKind, PromiseKind } from '@/prisma/generated/enums'

/** What a notification is told by. `who` is null where Baton did it by a rule; of several, `lead` is none of them. */
type Told<Kind extends NotificationKind> = {
  who: string | null
  at: Date
  count: number
  lead: string
  leadId: string | null
  data: NotificationFacts[Kind]
  timeZone: string
}

/** A sentence, what else is to be said, and the path of the page where something is done about it. */
type NotificationInWords = { title: string; detail?: string; path: string }

type Describe = {
  [Kind in NotificationKind]: (told: Told<Kind>) => Omit<NotificationInWords, 'path'> & { of?: string }
}

const brokenWords: Record<PromiseKind, (lead: string) => string> = {
  accept: (lead) => `Sales has not answered the offer of ${lead} in time`,
  first_touch: (lead) => `Sales has not touched ${lead} in time`,
  answer: (lead) => `Marketing has not answered the repair of ${lead} in time`,
}

const openWords: Record<PromiseKind, (lead: string) => string> = {
  accept: (lead) => `${lead} still waits for Sales`,
  first_touch: (lead) => `Sales has still not touched ${lead}`,
  answer: (lead) => `The repair of ${lead} is still not answered`,
}

const said = (...parts: (string | undefined)[]) => {
  const detail = parts.filter(Boolean).join(' · ')
  return detail ? { detail } : {}
}
const wasDue = (dueAt: string, timeZone: string) => ({
  detail: `It was due ${formatMoment(new Date(dueAt), timeZone)}.`,
})

const noticed = (at: Date, timeZone: string) => ({ detail: `Noticed ${formatMoment(at, timeZone)}.` })

/** `of` is the page of several at once; a single one is about its lead. */
const describe: Describe = {
  hot_waiting: ({ count, lead }) => ({
    title:
      count > 1 ? `${formatCountOf(count, 'hot lead')} were offered to Sales` : `${lead} is hot and waits for Sales`,
    of: '/sales',
  }),
  offer_given: ({ count, lead, data }) => ({
    title: count > 1 ? `${formatCountOf(count, 'lead')} are offered to you` : `${lead} is offered to you`,
    detail: `${count === 1 && data.isHot ? 'It is hot. ' : ''}Others can take it once its time has passed.`,
    of: '/sales',
  }),
  lead_given: ({ count, lead, who, data }) => ({
    title: `${who ?? 'Baton'} gave you ${count > 1 ? formatCountOf(count, 'lead') : lead}`,
    detail: data.as === 'owner' ? 'You own it now.' : 'You are its rep now.',
    of: `/leads?${data.as}=me`,
  }),
  accepted: ({ lead, who }) => ({ title: `${who ?? 'Sales'} accepted ${lead}` }),
  repair: ({ lead, who, data }) => ({
    title: `${who ?? 'Sales'} sent ${lead} back for repair`,
    ...said(reasonLabels[data.reason], data.note),
  }),
  sent_back: ({ lead, who, data }) => ({
    title: `${who ?? 'Sales'} ${data.kind === 'recycle' ? 'recycled' : 'disqualified'} ${lead}`,
    ...said(reasonLabels[data.reason], data.note),
  }),
  to_settle: ({ lead, who, data }) => ({
    title:
      data.why === 'disputed'
        ? `${who ?? 'Marketing'} disputes the repair of ${lead}`
        : `${who ?? 'Sales'} sent ${lead} back for repair once more`,
    ...said(data.note),
  }),
  settled: ({ lead, who, data }) => ({
    title: `${who ?? 'A manager'} decided: ${data.settlement === 'offered' ? `Sales looks at ${lead} again` : `Marketing keeps ${lead}`}`,
    ...said(data.note),
  }),
  promise_broken: ({ at, count, lead, data, timeZone }) =>
    count > 1
      ? { title: `${formatCountOf(count, 'promise')} were not kept`, ...noticed(at, timeZone), of: '/handoffs' }
      : { title: brokenWords[data.promise](lead), ...wasDue(data.dueAt, timeZone) },
  escalated: ({ at, count, lead, data, timeZone }) =>
    count > 1
      ? { title: `${formatCountOf(count, 'broken promise')} are still open`, ...noticed(at, timeZone), of: '/handoffs' }
      : { title: openWords[data.promise](lead), ...wasDue(data.dueAt, timeZone) },
  task_due: ({ lead, data }) => ({ title: `Due: ${data.what}`, detail: `Your task about ${lead}` }),
  lead_woke: ({ count, lead, data }) => ({
    title: `${count > 1 ? `${formatCountOf(count, 'lead')} are` : `${lead} is`} to be warmed up again`,
    ...(count > 1 ? {} : { detail: data.why === 'day' ? 'Its day has come.' : 'It responded.' }),
    of: '/marketing',
  }),
  closed: ({ lead, who, data }) => ({
    title: data.outcome === 'WON' ? `${who ?? 'Sales'} won ${lead}` : `${who ?? 'Sales'} closed ${lead} as lost`,
    ...said(data.reason && reasonLabels[data.reason]),
  }),
}

/** The words of a notification; times in them are those of the zone. */
export function notificationInWords<Kind extends NotificationKind>(kind: Kind, told: Told<Kind>): NotificationInWords {
  const { of = '/leads', ...words } = describe[kind](told)
  return { ...words, path: told.leadId ? `/leads/${told.leadId}` : of }
}
