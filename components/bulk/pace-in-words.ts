import { formatCount } from '@/lib/format/format-number'
import { formatDay } from '@/lib/format/format-time'
import type { Pace } from '@/lib/handoffs/working-day'

/** "10 go to Sales today, then 10 each working day until 4 Dec." */
export function paceInWords({ perDay, today, later, nextAt, lastAt }: Pace, now: Date, timeZone: string): string {
  if (!nextAt || !lastAt) return `${goes(today)} to Sales today.`
  const [next, last] = [nextAt, lastAt].map((at) => formatDay(at, timeZone, now))
  const first = today > 0 ? `${goes(today)} to Sales today` : ''
  if (next === last)
    return first ? `${first}, ${formatCount(later)} on ${next}.` : `${goes(later)} to Sales on ${next}.`
  const days = `each working day ${first ? '' : `from ${next} `}until ${last}`
  return first ? `${first}, then ${formatCount(perDay)} ${days}.` : `${goes(perDay)} to Sales ${days}.`
}

const goes = (leads: number) => `${formatCount(leads)} ${leads === 1 ? 'goes' : 'go'}`
