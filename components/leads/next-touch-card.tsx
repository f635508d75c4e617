import { Plus } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { formatCount, formatPercent } from '@/lib/format/format-number'
import { formatSince } from '@/lib/format/format-time'
import { fewestLeads, type NextTouch } from '@/lib/next-touch/next-touch'
import { channels } from '@/lib/touchpoints/channel'
import { Card } from '../ui/card'
import { Definition } from '../ui/definition'

type Props = {
  found: NextTouch & { countedAt: Date }
  /** The address of the form of a touch with the channel. */
  hrefOf: (channel: string) => string
  timeZone: string
  now: Date
}

/** What came next in leads like this one that were won more often than the others, each with its numbers; a press logs it. */
export function NextTouchCard({ found: { suggestions, alike, countedAt }, hrefOf, timeZone, now }: Props) {
  return (
    <Card title="Next best touch" level={3} aside={`counted ${formatSince(countedAt, timeZone, now)}`}>
      <p className="text-sm text-ink-soft">
        {alikeInWords(alike)}: {inNumbers(alike)}, whatever came next.
        {suggestions.length === 0 ? ' None of your team’s touches stands out after that.' : ''}
      </p>
      {suggestions.length > 0 ? (
        <ul className="-mx-2 mt-2">
          {suggestions.map(({ channel, ...share }) => (
            <li key={channel}>
              <Link
                href={hrefOf(channel)}
                scroll={false}
                className="group flex min-h-9 items-center gap-2.5 rounded-md px-2 text-sm hover:bg-hover max-md:min-h-11"
              >
                <Plus className="size-4 shrink-0 text-ink-quiet group-hover:text-ink" aria-hidden="true" />
                <span className="min-w-0 flex-1 font-medium">{channels[channel].label} next</span>
                <span className="text-ink-soft tabular-nums">{inNumbers(share)}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="mt-2">
        <Definition>
          <Counted />
        </Definition>
      </div>
    </Card>
  )
}

/** "31%, 58 of 187 won". */
const inNumbers = ({ share, won, leads }: Pick<NextTouch['alike'], 'share' | 'won' | 'leads'>) =>
  `${formatPercent(share)}, ${formatCount(won)} of ${formatCount(leads)} won`

/** "Closed leads that were hot and last touched by email, then meeting". */
function alikeInWords({ stage, channels: last }: NextTouch['alike']): string {
  const touches = last.map((channel) => channels[channel].label.toLowerCase()).join(', then ')
  return `Closed leads that were ${stage.toLowerCase()} and last touched by ${touches}`
}

function Counted() {
  return (
    <>
      Every lead that was won or lost is walked along its touches up to its close. At each it had a stage, by the
      touches that counted so far, and its last two channels; what came next is its next touch; where none came, it is
      left out. Each lead counts once for each next channel. Where fewer than {fewestLeads} leads are behind a share,
      leads with the same last channel alone are compared, and where those are too few nothing is said. Shown are
      channels of your team whose share, at the low end of its 95% interval (Wilson), lies above that of all. It is what
      happened and no proof of what causes a win: whoever expects to win may choose another touch.
    </>
  )
}
