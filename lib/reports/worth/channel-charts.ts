import type { ChartSpec } from '@/lib/charts/chart-spec'
import { addDays, addMonths, daysBetween } from '@/lib/calendar-day'
import type { ChannelReach, Per } from '@/lib/reports/worth/channel-reach'
import type { ChosenPeriod } from '@/lib/reports/presets'
import { dayWords } from '@/lib/reports/presets'
import { channels } from '@/lib/touchpoints/channel'
import type { Channel } from '@/prisma/generated/enums'

/** Up to a quarter is told week by week, more by months. */
export const perOf = ({ from, to }: Pick<ChosenPeriod, 'from' | 'to'>): Per =>
  from !== undefined && to !== undefined && daysBetween(from, to) <= 92 ? 'week' : 'month'

/** The weeks or months from the first to the last in which anything happened. */
function placesOf(rows: ChannelReach[], per: Per): string[] {
  const known = rows.flatMap(({ begins }) => (begins === null ? [] : [begins])).sort()
  const places: string[] = []
  const next = (place: string) => (per === 'week' ? addDays(place, 7) : addMonths(place, 1))
  for (let place = known[0]; place && place <= (known.at(-1) ?? ''); place = next(place)) places.push(place)
  return places
}

/** The figures of the whole period, the furthest reaching channel first. */
export const wholePeriod = (rows: ChannelReach[]): ChannelReach[] =>
  rows
    .filter(({ begins }) => begins === null)
    .sort((one, other) => other.reach - one.reach || one.channel.localeCompare(other.channel))

const axisOf = (places: string[], per: Per) => ({
  label: per === 'week' ? 'Week of' : 'Month',
  places: places.map((place) => (per === 'week' ? dayWords(place) : monthWords(place))),
})

const monthWords = (day: string) => dayWords(day).replace(/^1 /, '')

/** How far one channel reached over time, and how many of those leads responded. */
export function channelChart(rows: ChannelReach[], channel: Channel, per: Per): ChartSpec {
  const places = placesOf(rows, per)
  const own = new Map(rows.filter((row) => row.channel === channel).map((row) => [row.begins, row]))
  return {
    says: `${channels[channel].label}: leads reached and leads that responded in each ${per}`,
    axis: axisOf(places, per),
    unit: 'count',
    series: [
      { name: 'Reached', tone: 'quiet', kind: 'bar', values: places.map((place) => own.get(place)?.reach ?? 0) },
      {
        name: 'Responded',
        tone: channels[channel].team,
        kind: 'bar',
        values: places.map((place) => own.get(place)?.responded ?? 0),
      },
    ],
  }
}

/** How far all channels reached, as one table. */
export function reachChart(rows: ChannelReach[], per: Per): ChartSpec {
  const places = placesOf(rows, per)
  return {
    says: `Leads reached by each channel in each ${per}`,
    axis: axisOf(places, per),
    unit: 'count',
    series: wholePeriod(rows).map(({ channel }) => {
      const own = new Map(rows.filter((row) => row.channel === channel).map((row) => [row.begins, row.reach]))
      return {
        name: channels[channel].label,
        tone: channels[channel].team,
        kind: 'line',
        values: places.map((place) => own.get(place) ?? 0),
      }
    }),
  }
}
