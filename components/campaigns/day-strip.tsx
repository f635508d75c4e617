import type { DayBar } from '@/lib/campaigns/day-bars'
import { formatCountOf } from '@/lib/format/format-number'
import { formatDay } from '@/lib/format/format-time'
import { Definition } from '../ui/definition'

const height = 64
const slot = 10

const inWords = ({ from, to }: DayBar) => {
  const day = (iso: string) => formatDay(new Date(`${iso}T00:00:00Z`), 'UTC')
  return from === to ? day(from) : `${day(from)} to ${day(to)}`
}

/** Touches over the days of a campaign: a strip of bars, the same as a table for those who can't see it. */
export function DayStrip({ bars }: { bars: DayBar[] }) {
  const most = Math.max(...bars.map(({ touches }) => touches), 1)
  const [first, last] = [bars.at(0), bars.at(-1)]
  if (!first || !last) return <p className="text-sm text-ink-quiet">No touch is credited to this campaign yet.</p>
  const width = bars.length * slot
  return (
    <figure>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="block h-16 w-full"
      >
        <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} className="stroke-line" />
        {bars.map((bar, index) => {
          const tall = bar.touches === 0 ? 0 : Math.max(2, (bar.touches / most) * (height - 2))
          return (
            <rect
              key={bar.from}
              x={index * slot + 1}
              y={height - tall}
              width={slot - 2}
              height={tall}
              className="fill-marketing"
            >
              <title>{`${inWords(bar)}: ${formatCountOf(bar.touches, 'touch', 'touches')}`}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption className="mt-1.5 flex justify-between gap-3 text-xs text-ink-quiet">
        <span>{inWords({ ...first, to: first.from })}</span>
        <span>
          at most {formatCountOf(most, 'touch', 'touches')} {first.from === first.to ? 'a day' : 'a bar'}
        </span>
        <span>{inWords({ ...last, from: last.to })}</span>
      </figcaption>
      <Definition summary="As a table" wide>
        <table className="mt-1 border-separate border-spacing-x-4 text-left">
          <thead>
            <tr>
              <th scope="col">Days</th>
              <th scope="col">Touches</th>
            </tr>
          </thead>
          <tbody>
            {bars
              .filter(({ touches }) => touches > 0)
              .map((bar) => (
                <tr key={bar.from}>
                  <th scope="row" className="font-normal">
                    {inWords(bar)}
                  </th>
                  <td className="tabular-nums">{bar.touches}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </Definition>
    </figure>
  )
}
