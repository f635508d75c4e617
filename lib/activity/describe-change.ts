import type { ActivityFacts, ActivityType } from '@/lib/activity/activity'
import { formatMoment, formatSpan } from '@/lib/format/format-time'
import { qualityWords } from '@/lib/handoffs/quality'
import { reasonLabels, returnKindWords, settlementWords } from '@/lib/handoffs/reasons'

/**
 * A line of history in words: what happened, and what is to be said about it. `who` is the person, null where Baton did
 * it by a rule.
 */
type ChangeInWords = { title: string; detail?: string }

type Describe = {
  [Type in ActivityType]: (data: ActivityFacts[Type], who: string | null, timeZone: string) => ChangeInWords
}

const withdrawnBecause: Record<ActivityFacts['handoff_withdrawn']['why'], string> = {
  by_hand: '',
  stage_fell: 'The lead fell back to cold.',
  do_not_contact: 'The lead was marked do-not-contact.',
  lead_closed: 'The lead was closed.',
  lead_deleted: 'The lead was deleted.',
  lead_merged: 'The lead was merged with another, whose standing was kept.',
  assigned: 'The lead was given to somebody.',
}

const passedOnBecause: Record<ActivityFacts['handoff_passed_on']['why'], (from: string) => string> = {
  away: (from) => `It was given to ${from}, who is away.`,
  gone: (from) => `It was given to ${from}, who takes no leads any more.`,
}

const brokenPromises: Record<ActivityFacts['promise_broken']['promise'], string> = {
  accept: 'Sales did not answer the offer in time',
  first_touch: 'Sales did not touch the lead in time',
  answer: 'Marketing did not answer the repair in time',
}

const stageWords = { COLD: 'cold', WARM: 'warm', HOT: 'hot' }
const heights = { COLD: 0, WARM: 1, HOT: 2 }
const factWords: Record<string, string> = {
  firstName: 'first name',
  lastName: 'last name',
  externalId: 'external id',
}

const sentences = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ') || undefined
const said = (detail: string | undefined) => (detail ? { detail } : {})

function value(fact: unknown): string {
  if (fact === null || fact === undefined || fact === '') return 'nothing'
  if (Array.isArray(fact)) return fact.map(String).join(', ') || 'nothing'
  return typeof fact === 'object' ? JSON.stringify(fact) : String(fact as string | number | boolean)
}

const fromTo = (what: string, change: { from?: string; to?: string } | undefined) =>
  change ? `${what}: ${change.from ?? 'nobody'} to ${change.to ?? 'nobody'}` : undefined

const describe: Describe = {
  lead_created: ({ source }) => ({ title: 'Lead created', ...said(source && `Source: ${source}`) }),
  lead_edited: ({ changes }) => ({
    title: 'Facts edited',
    ...said(
      Object.entries(changes)
        .map(([name, { from, to }]) => `${factWords[name] ?? name}: ${value(from)} to ${value(to)}`)
        .join(' · '),
    ),
  }),
  lead_deleted: () => ({ title: 'Lead deleted' }),
  touch_logged: () => ({ title: 'Touch logged' }),
  touch_voided: () => ({ title: 'Touch voided' }),
  stage_changed: ({ from, to, touchCount }) => ({
    title: heights[to] > heights[from] ? `Became ${stageWords[to]}` : `Fell back to ${stageWords[to]}`,
    detail: `${touchCount} ${touchCount === 1 ? 'touch counts' : 'touches count'}`,
  }),
  lead_offered: ({ origin, note, givenTo }, who) => ({
    title: origin === 'automatic' || !who ? 'Offered to Sales by itself' : `${who} offered the lead to Sales`,
    ...said(sentences(givenTo && `given to ${givenTo}`, note)),
  }),
  handoff_passed_on: ({ why, from, to }) => ({
    title: to ? `Given to ${to}` : 'Open to all of Sales',
    detail: passedOnBecause[why](from),
  }),
  handoff_accepted: ({ afterMinutes }, who) => ({
    title: `${who ?? 'Sales'} accepted the lead`,
    detail: `after ${formatSpan(afterMinutes * 60_000)}`,
  }),
  handoff_returned: ({ kind, reason, note, wakeOn }, who) => ({
    title: `${who ?? 'Sales'} sent the lead back`,
    ...said(
      sentences(
        `${returnKindWords[kind].label}: ${reasonLabels[reason].toLowerCase()}`,
        note,
        wakeOn && `wakes on ${wakeOn}`,
      ),
    ),
  }),
  lead_woke: ({ why }) => ({
    title: 'The lead woke',
    detail: why === 'day' ? 'Its day has come.' : 'It responded.',
  }),
  handoff_withdrawn: ({ why }, who) => ({
    title: who && why === 'by_hand' ? `${who} withdrew the offer` : 'The offer was withdrawn',
    ...said(withdrawnBecause[why]),
  }),
  handoff_ended: ({ why, rep }) => ({
    title: rep ? `The handoff to ${rep} ended` : 'The handoff ended',
    detail: withdrawnBecause[why],
  }),
  promise_broken: ({ promise, dueAt }, _, timeZone) => ({
    title: brokenPromises[promise],
    detail: `It was due ${formatMoment(new Date(dueAt), timeZone)}.`,
  }),
  handoff_rated: ({ quality }, who) => ({
    title: `${who ?? 'Sales'} found the lead ${qualityWords[quality].toLowerCase()}`,
  }),
  handoff_answered: ({ answer, note }, who) => ({
    title: `${who ?? 'Marketing'} answered: ${answer}`,
    ...said(note),
  }),
  repair_settled: ({ settlement, note }, who) => ({
    title: `${who ?? 'A manager'} decided: ${settlementWords[settlement].label.toLowerCase()}`,
    ...said(note),
  }),
  lead_closed: ({ outcome, reason, note, value: amount }, who) => ({
    title: `${who ? `${who} closed the lead as` : 'Closed as'} ${outcome === 'WON' ? 'won' : 'lost'}`,
    ...said(sentences(reason && reasonLabels[reason], amount && `Value ${amount}`, note)),
  }),
  lead_reopened: ({ from }, who) => ({
    title: who ? `${who} reopened the lead` : 'Reopened',
    detail: `It was ${from === 'WON' ? 'won' : 'lost'}.`,
  }),
  lead_assigned: ({ owner, rep }, who) => ({
    title: who ? `${who} gave the lead to somebody else` : 'Given to somebody else',
    ...said(sentences(fromTo('Owner', owner), fromTo('Rep', rep))),
  }),
  task_planned: ({ what, dueAt, assignee }, who, timeZone) => ({
    title: `${who ?? 'Somebody'} planned: ${what}`,
    detail: `for ${formatMoment(new Date(dueAt), timeZone)}${assignee ? `, by ${assignee}` : ''}`,
  }),
  task_done: ({ what }, who) => ({ title: `${who ?? 'Somebody'} has done: ${what}` }),
  task_reopened: ({ what }, who) => ({ title: `${who ?? 'Somebody'} has still to do: ${what}` }),
  task_cancelled: ({ what }, who) => ({ title: `${who ?? 'Somebody'} dropped: ${what}` }),
  leads_merged: ({ gone, touches, leftOut }, who) => ({
    title: who ? `${who} merged ${gone} into this lead` : `${gone} was merged into this lead`,
    ...said(
      sentences(
        `${touches} ${touches === 1 ? 'touch' : 'touches'} came along`,
        ...Object.entries(leftOut).map(([name, fact]) => `not taken: ${factWords[name] ?? name} ${fact}`),
      ),
    ),
  }),
  lead_merged_away: ({ kept }, who) => ({
    title: who ? `${who} merged this lead into ${kept}` : `Merged into ${kept}`,
  }),
  merge_undone: ({ other }, who) => ({
    title: who ? `${who} undid the merge with ${other}` : `The merge with ${other} was undone`,
  }),
  do_not_contact_changed: ({ to }, who) => ({
    title: `${who ? `${who} ${to ? 'marked' : 'cleared'}` : to ? 'Marked' : 'Cleared'} do-not-contact`,
  }),
}

/** The words of a line of history; times in them are those of the zone. */
export function describeChange<Type extends ActivityType>(
  change: { type: Type; data: ActivityFacts[Type] },
  who: string | null,
  timeZone: string,
): ChangeInWords {
  return describe[change.type](change.data, who, timeZone)
}
