import { formatCount } from '@/lib/format/format-number'
import { formatDay } from '@/lib/format/format-time'
import type { Pace } from '@/lib/handoffs/pace'

/** "10 go to Sales today, then 10 each working day until 4 Dec." */
export function paceInWords({ perDay, today, later, nextAt, lastAt }: Pace, now: Date, timeZone: string): string {
  if (!nextAt) return `${goes(today)} to Sales today.`
  const on = (at: Date) => formatDay(at, timeZone, now)
  const first = today > 0 ? `${goes(today)} to Sales today` : ''
  if (lastAt && on(nextAt) === on(lastAt))
    return first ? `${first}, ${formatCount(later)} on ${on(nextAt)}.` : `${goes(later)} to Sales on ${on(nextAt)}.`
  const until = lastAt ? `until ${on(lastAt)}` : 'for years'
  const days = `each working day ${first ? '' : `from ${on(nextAt)} `}${until}`
  return first ? `${first}, then ${formatCount(perDay)} ${days}.` : `${goes(perDay)} to Sales ${days}.`
}

const goes = (leads: number) => `${formatCount(leads)} ${leads === 1 ? 'goes' : 'go'}`
