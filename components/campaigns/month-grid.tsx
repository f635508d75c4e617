import { Link } from '@/components/ui/link'
import { lanesShown, type CalendarBar, type CalendarWeek } from '@/lib/campaigns/calendar'
import type { CalendarCampaign } from '@/lib/campaigns/calendar-campaigns'
import { campaignDays } from '@/lib/campaigns/campaign-words'
import { channels } from '@/lib/touchpoints/channel'
import { TeamDot } from '../leads/lead-badges'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const STARTS = [
  '',
  'col-start-1',
  'col-start-2',
  'col-start-3',
  'col-start-4',
  'col-start-5',
  'col-start-6',
  'col-start-7',
]
const SPANS = ['', 'col-span-1', 'col-span-2', 'col-span-3', 'col-span-4', 'col-span-5', 'col-span-6', 'col-span-7']
const LANES = [
  'row-start-2',
  'row-start-3',
  'row-start-4',
  'row-start-5',
  'row-start-6',
  'row-start-7',
  'row-start-8',
  'row-start-9',
]

const TONES = {
  marketing: 'border-marketing/25 bg-marketing-wash text-marketing-ink',
  sales: 'border-sales/25 bg-sales-wash text-sales-ink',
} as const

/** A month as weeks, each campaign a bar over its days. Keys walk each campaign once, at its first bar. */
export function MonthGrid({ weeks, moreHref }: { weeks: CalendarWeek<CalendarCampaign>[]; moreHref: string }) {
  const firstBars = new Map<string, CalendarBar<CalendarCampaign>>()
  for (const bar of weeks.flatMap(({ bars }) => bars))
    if (!firstBars.has(bar.campaign.id)) firstBars.set(bar.campaign.id, bar)
  return (
    <div className="overflow-clip rounded-lg border border-line bg-surface max-md:hidden">
      <div aria-hidden="true" className="grid grid-cols-7 border-b border-line bg-paper text-xs text-ink-quiet">
        {weekdays.map((name) => (
          <span key={name} className="px-2 py-1.5">
            {name}
          </span>
        ))}
      </div>
      {weeks.map(({ days, bars, left }) => (
        <div key={days[0]?.day} className="relative border-b border-line last:border-b-0">
          <div aria-hidden="true" className="absolute inset-0 grid grid-cols-7">
            {days.map(({ day, isOutside }) => (
              <span key={day} className={`border-r border-line last:border-r-0 ${isOutside ? 'bg-paper' : ''}`} />
            ))}
          </div>
          <div className="relative grid min-h-28 auto-rows-min grid-cols-7 gap-y-1 pb-2">
            {days.map(({ day, isOutside, isToday }, nth) => (
              <time
                key={day}
                dateTime={day}
                aria-current={isToday ? 'date' : undefined}
                className={`row-start-1 ${STARTS[nth + 1]} px-1.5 pt-1.5 text-xs tabular-nums ${isOutside ? 'text-ink-quiet' : 'text-ink-soft'}`}
              >
                <span
                  className={`inline-flex h-5.5 min-w-5.5 items-center justify-center rounded-full px-1 ${isToday ? 'bg-ink font-semibold text-on-ink' : ''}`}
                >
                  {Number(day.slice(8))}
                </span>
              </time>
            ))}
            {bars.map((bar) => (
              <Bar key={bar.campaign.id} bar={bar} isFirst={firstBars.get(bar.campaign.id) === bar} />
            ))}
            {left > 0 ? (
              <a
                href={moreHref}
                className="col-span-7 col-start-1 px-2 text-xs text-ink-soft underline underline-offset-2 hover:text-ink"
              >
                {left} more, in the list below
              </a>
            ) : null}
          </div>
        </div>
      ))}
    </div>
  )
}

function Bar({ bar, isFirst }: { bar: CalendarBar<CalendarCampaign>; isFirst: boolean }) {
  const { campaign, column, span, lane, isContinued, continues } = bar
  const { team, label } = channels[campaign.channel]
  return (
    <Link
      href={`/campaigns/${campaign.id}`}
      title={`${campaign.name} · ${label} · ${campaignDays(campaign)}`}
      {...(isFirst ? {} : { tabIndex: -1, 'aria-hidden': true })}
      className={`${STARTS[column]} ${SPANS[span]} ${LANES[lane % lanesShown]} mx-1 inline-flex h-6 min-w-0 items-center gap-1.5 border px-1.5 text-xs hover:underline ${TONES[team]} ${
        isContinued ? '-ml-px border-l-0' : 'rounded-l-md'
      } ${continues ? '-mr-px border-r-0' : 'rounded-r-md'}`}
    >
      <TeamDot team={team === 'marketing' ? 'MARKETING' : 'SALES'} />
      <span className="truncate font-medium">{campaign.name}</span>
      <span className="truncate max-lg:hidden">{span > 2 ? label : ''}</span>
    </Link>
  )
}
