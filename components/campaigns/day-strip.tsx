import type { DayBar } from '@/lib/campaigns/day-bars'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { formatDay } from '@/lib/format/format-time'
import { Definition } from '../ui/definition'

const height = 64
const slot = 12

/** What a bar is made of: all touches behind, before them the leads that were new to the campaign, and to responding. */
const parts = [
  { key: 'touches', label: 'Touches', x: 1, width: slot - 2, fill: 'fill-marketing/25', swatch: 'bg-marketing/25' },
  { key: 'reach', label: 'Reached', x: 2, width: 4, fill: 'fill-marketing', swatch: 'bg-marketing' },
  { key: 'engaged', label: 'Responded', x: 6, width: 4, fill: 'fill-ink', swatch: 'bg-ink' },
] as const

const inWords = ({ from, to }: Pick<DayBar, 'from' | 'to'>) => {
  const day = (iso: string) => formatDay(new Date(`${iso}T00:00:00Z`), 'UTC')
  return from === to ? day(from) : `${day(from)} to ${day(to)}`
}

const told = (bar: DayBar) =>
  `${inWords(bar)}: ${formatCountOf(bar.touches, 'touch', 'touches')}, ${formatCount(bar.reach)} reached, ${formatCount(bar.engaged)} responded`

/** A campaign over its days: a strip of bars, the same as a table for those who can't see it. */
export function DayStrip({ bars }: { bars: DayBar[] }) {
  const most = Math.max(...bars.map(({ touches }) => touches), 1)
  const [first, last] = [bars.at(0), bars.at(-1)]
  if (!first || !last) return <p className="text-sm text-ink-quiet">No touch is credited to this campaign yet.</p>
  const width = bars.length * slot
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * (height - 2)))
  return (
    <figure>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="block h-24 w-full"
      >
        <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} className="stroke-line" />
        {bars.map((bar, index) => (
          <g key={bar.from} transform={`translate(${index * slot} 0)`}>
            <title>{told(bar)}</title>
            {parts.map(({ key, x, width: wide, fill }) => (
              <rect key={key} x={x} y={height - tall(bar[key])} width={wide} height={tall(bar[key])} className={fill} />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="mt-1.5 flex flex-wrap justify-between gap-x-3 text-xs text-ink-quiet">
        <span>{inWords({ from: first.from, to: first.from })}</span>
        <span>
          at most {formatCountOf(most, 'touch', 'touches')} {first.from === first.to ? 'a day' : 'a bar'}
        </span>
        <span>{inWords({ from: last.to, to: last.to })}</span>
      </figcaption>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
        {parts.map(({ key, label, swatch }) => (
          <li key={key} className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-2.5 rounded-xs ${swatch}`} />
            {label}
          </li>
        ))}
      </ul>
      <Definition summary="As a table" wide>
        <p className="max-w-prose">
          Each lead is on the day on which the campaign first touched it, and on the day on which it first responded.
        </p>
        <table className="mt-1 border-separate border-spacing-x-4 text-left">
          <thead>
            <tr>
              <th scope="col">Days</th>
              {parts.map(({ key, label }) => (
                <th key={key} scope="col" className="text-right">
                  {label}
                </th>
              ))}
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
                  {parts.map(({ key }) => (
                    <td key={key} className="text-right tabular-nums">
                      {formatCount(bar[key])}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </Definition>
    </figure>
  )
}
