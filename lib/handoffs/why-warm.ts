import { formatCountOf } from '@/lib/format/format-number'
import type { HandoffShape } from '@/lib/handoffs/handoff-shape'
import { reasonLabels } from '@/lib/handoffs/reasons'
import { daysAgo, daysBetween } from '@/lib/scoring/explain-stage'
import { channels } from '@/lib/touchpoints/channel'
import type { Channel, Direction } from '@/prisma/generated/enums'

/** A touch that counts, as far as a rep asks for it before a call. */
export type CountingTouch = {
  channel: Channel
  direction: Direction
  engaged: boolean
  campaign: string | null
  occurredAt: Date
}

type Offer = Pick<HandoffShape, 'offeredAt' | 'offeredBy' | 'offerTouchCount'>
/** The handoff that this one follows, when it was sent back for repair. */
type Repaired = Pick<HandoffShape, 'reason' | 'returnedBy' | 'note' | 'answeredBy' | 'answerNote'>

/** So many responses are named, the latest ones. */
const mostNamed = 3

/**
 * Why a lead is with Sales, in sentences that can be read in the seconds before a call: what was done, what it responded
 * to, who offered it, and what was wrong with it the last time. `touches` are those that count, in their order; days are
 * those of the company's zone.
 */
export function whyWarm(
  { touches, offer, repaired }: { touches: CountingTouch[]; offer: Offer; repaired: Repaired | null },
  now: Date,
  timeZone: string,
): string[] {
  return [
    effort(touches, timeZone),
    ...response(touches, now, timeZone),
    offered(offer, now, timeZone),
    ...(repaired ? repair(repaired) : []),
  ]
}

/** "4 touches in 23 days: Email (2), Webinar, Web form." */
function effort(touches: CountingTouch[], timeZone: string): string {
  const [first, last] = [touches.at(0), touches.at(-1)]
  if (!first || !last) return 'No touch counts yet.'
  const times = new Map<Channel, number>()
  for (const { channel } of touches) times.set(channel, (times.get(channel) ?? 0) + 1)
  const named = [...times]
    .sort(([, a], [, b]) => b - a)
    .map(([channel, count]) => (count > 1 ? `${channels[channel].label} (${count})` : channels[channel].label))
  const days = daysBetween(first.occurredAt, last.occurredAt, timeZone) + 1
  const span = touches.length === 1 ? '' : ` in ${days === 1 ? 'one day' : formatCountOf(days, 'day')}`
  return `${formatCountOf(touches.length, 'touch', 'touches')}${span}: ${named.join(', ')}.`
}

/** What it responded to, the latest first, and what it came with by itself. */
function response(touches: CountingTouch[], now: Date, timeZone: string): string[] {
  const latest = touches.filter(({ engaged }) => engaged).toReversed()
  if (latest.length === 0) return touches.length > 0 ? ['It has not responded to any of them yet.'] : []
  const own = latest.filter(({ direction }) => direction === 'inbound')
  const answers = latest.filter(({ direction }) => direction === 'outbound')
  const said = (found: CountingTouch[]) => {
    const named = found.slice(0, mostNamed).map((touch) => nameOf(touch, now, timeZone))
    return [...named, ...(found.length > mostNamed ? [`${found.length - mostNamed} more`] : [])].join(', ')
  }
  return [
    ...(own.length > 0 ? [`Came to us by ${said(own)}.`] : []),
    ...(answers.length > 0 ? [`Responded to ${said(answers)}.`] : []),
  ]
}

/** "Webinar “Freight Day” 12 days ago". */
function nameOf({ channel, campaign, occurredAt }: CountingTouch, now: Date, timeZone: string): string {
  return `${channels[channel].label}${campaign ? ` “${campaign}”` : ''} ${daysAgo(occurredAt, now, timeZone)}`
}

function offered({ offeredAt, offeredBy, offerTouchCount }: Offer, now: Date, timeZone: string): string {
  const when = daysAgo(offeredAt, now, timeZone)
  const at = formatCountOf(offerTouchCount, 'touch', 'touches')
  return offeredBy ? `Offered by ${offeredBy.name} ${when}, at ${at}.` : `Offered by itself ${when}, at ${at}.`
}

/** "Sara sent it back for repair: data is wrong. Mia fixed it: “New number”." */
function repair({ reason, returnedBy, note, answeredBy, answerNote }: Repaired): string[] {
  const why = note ?? (reason ? reasonLabels[reason].toLowerCase() : '')
  return [
    `${returnedBy?.name ?? 'Sales'} had sent it back for repair${why ? `: ${withStop(why)}` : '.'}`,
    ...(answerNote ? [`${answeredBy?.name ?? 'Marketing'} answered: ${withStop(answerNote)}`] : []),
  ]
}

const withStop = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)
