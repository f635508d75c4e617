import { periodInWords } from '@/lib/format/period-in-words'
import type { HandoffFate, HandoffPageFilters } from '@/lib/handoffs/filters'
import { originLabels } from '@/lib/handoffs/origins'
import { reasonLabels, returnKindWords } from '@/lib/handoffs/reasons'
import { channels } from '@/lib/touchpoints/channel'
import type { PromiseKind } from '@/prisma/generated/enums'

/** One filter that is on, in words, and the parameters that are it. */
type FilterInWords = { label: string; parameters: (keyof HandoffPageFilters)[] }

export const fateWords: Record<HandoffFate, string> = {
  waiting: 'Waiting',
  answered: 'Answered by Sales',
  accepted: 'Accepted',
  'answered-in-time': 'Answered in time',
  refused: 'Returned without being accepted',
  returned: 'Sent back',
  withdrawn: 'Withdrawn',
  won: 'Won',
}

/** What is promised, as a heading says it. */
export const promiseWords: Record<PromiseKind, string> = {
  accept: 'Sales answers offers',
  first_touch: 'Sales touches what it accepted',
  answer: 'Marketing answers repairs',
}

export const keptWords = { yes: 'in time', no: 'not in time' } as const

/** The filters that are on, each as a person would say it. Days are said in `zone`. */
export function handoffFiltersInWords(
  {
    fate,
    overdue,
    passedOver,
    kind,
    reason,
    rep,
    marketer,
    owner,
    firstChannel,
    source,
    noSource,
    campaign,
    channel,
    offerTouches,
    promise,
    kept,
    dueFrom,
    dueTo,
    offeredFrom,
    offeredTo,
    acceptedFrom,
    acceptedTo,
  }: HandoffPageFilters,
  names: { rep?: string; marketer?: string; owner?: string; campaign?: string },
  zone: string,
): FilterInWords[] {
  const said: FilterInWords[] = []
  const say = (label: string | null, ...parameters: (keyof HandoffPageFilters)[]) =>
    label && said.push({ label, parameters })
  say(fate ? fateWords[fate] : null, 'fate')
  say(overdue === undefined ? null : overdue ? 'Overdue' : 'Not overdue', 'overdue')
  say(passedOver === undefined ? null : passedOver ? 'Taken out of order' : 'Taken in order', 'passedOver')
  say(kind ? `Sent back: ${returnKindWords[kind].label.toLowerCase()}` : null, 'kind')
  say(reason ? `Reason: ${reasonLabels[reason].toLowerCase()}` : null, 'reason')
  say(rep ? `Rep: ${names.rep ?? 'unknown'}` : null, 'rep')
  say(marketer ? `Handed over by ${names.marketer ?? 'somebody unknown'}` : null, 'marketer')
  say(owner ? `Owner: ${names.owner ?? 'unknown'}` : null, 'owner')
  say(firstChannel ? `First touch: ${channels[firstChannel].label.toLowerCase()}` : null, 'firstChannel')
  say(source ? `Source: ${source}` : noSource ? originLabels.source.none : null, 'source', 'noSource')
  say(
    campaign ? `Brought by ${campaign === 'none' ? 'no campaign' : (names.campaign ?? 'an unknown campaign')}` : null,
    'campaign',
  )
  say(
    channel ? `Brought by ${channel === 'none' ? 'no touch' : channels[channel].label.toLowerCase()}` : null,
    'channel',
  )
  say(offerTouches === undefined ? null : `Touches at the offer: ${offerTouches}`, 'offerTouches')
  say(promise ? `${promiseWords[promise]}: ${kept ? keptWords[kept] : 'due'}` : null, 'promise', 'kept')
  say(periodInWords('Due', dueFrom, dueTo, zone), 'dueFrom', 'dueTo')
  say(periodInWords('Offered', offeredFrom, offeredTo, zone), 'offeredFrom', 'offeredTo')
  say(periodInWords('Accepted', acceptedFrom, acceptedTo, zone), 'acceptedFrom', 'acceptedTo')
  return said
}
