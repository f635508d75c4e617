import type { LeadShape } from '@/lib/leads/lead-shape'
import { channels } from '@/lib/touchpoints/channel'
import type { LastTouch } from '@/lib/touchpoints/last-touches'

/** What a touch was, for a row of a list: its note, else its channel and whether the lead responded. */
export function touchInWords({ channel, note, engaged, campaign }: LastTouch): string {
  if (note) return note
  const what = campaign ? `${channels[channel].label}: ${campaign}` : channels[channel].label
  return engaged ? `${what}, responded` : what
}

type Standing = Pick<LeadShape, 'stage' | 'desk' | 'firstName' | 'name'>

/** What a touch led to: "Touch logged. Ines is now warm and offered to Sales." */
export function loggedInWords(before: Standing, after: Standing): string {
  const who = after.firstName ?? after.name
  const isRisen = before.stage !== after.stage
  const isOffered = before.desk !== 'QUEUE' && after.desk === 'QUEUE'
  if (!isRisen) return 'Touch logged.'
  return `Touch logged. ${who} is now ${after.stage.toLowerCase()}${isOffered ? ' and offered to Sales' : ''}.`
}
