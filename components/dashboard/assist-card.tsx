import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf, formatDecimal, formatPercent } from '@/lib/format/format-number'
import type { Assist } from '@/lib/reports/attribution/wins-shared'
import { channels } from '@/lib/touchpoints/channel'

/** What Marketing did for the wins that Sales brought home. */
export function AssistCard({ assist, hrefOf }: { assist: Assist; hrefOf: ListHref }) {
  const { closedBySales, assisted, touches, byChannel } = assist
  return (
    <Card
      title="The assist across the handoff"
      aside={`${formatCountOf(closedBySales, 'win')} whose last touch was Sales’`}
    >
      {closedBySales === 0 ? (
        <p className="py-2 text-sm text-ink-quiet">No win of these leads ended with a touch of Sales.</p>
      ) : (
        <>
          <p className="text-sm text-ink-soft">
            In{' '}
            <CountLink
              href={hrefOf({ credit: 'assist' })}
              count={assisted}
              label={`Open ${formatCountOf(assisted, 'won lead')} that Marketing helped`}
            >
              <strong className="text-ink">{formatCount(assisted)}</strong>
            </CountLink>{' '}
            of them ({formatPercent(assisted / closedBySales)}) Marketing had touched the lead before Sales accepted it
            {assisted > 0 ? `, ${formatDecimal(touches / assisted)} times on average` : ''}. By last touch alone these
            wins would be Sales’ entirely.
          </p>
          <ol className="mt-3 columns-1 gap-8 text-sm sm:columns-2">
            {byChannel.map(({ channel, wins, touches: times }) => (
              <li key={channel} className="flex break-inside-avoid items-baseline gap-3 py-1">
                <span className="flex-1 text-ink-soft">{channels[channel].label}</span>
                <span className="font-semibold">
                  <CountLink
                    href={hrefOf({ channel, credit: 'assist' })}
                    count={wins}
                    label={`${channels[channel].label}: open ${formatCountOf(wins, 'won lead')} that it helped`}
                  >
                    {formatCountOf(wins, 'win')}
                  </CountLink>
                </span>
                <span className="w-22 text-right text-xs text-ink-quiet">
                  {formatCountOf(times, 'touch', 'touches')}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      <Definition>
        Wins whose last touch was on a channel of Sales, with at least one touch of Marketing before a rep accepted the
        lead for the first time. A win is counted on each channel that helped, so the channels add up to more than the
        wins. A win without a handoff has no assist.
      </Definition>
    </Card>
  )
}
