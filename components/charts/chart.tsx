import { svgOf } from '@/components/charts/svg-of'
import { PictureLink } from '@/components/charts/picture-link'
import type { ChartSpec, ChartTone } from '@/lib/charts/chart-spec'
import { numberInWords } from '@/lib/charts/number-in-words'
import { tableOf } from '@/lib/charts/table-of'
import { Definition } from '@/components/ui/definition'

/** Widths in pixels at which text has its size on a desk: of a card that has the page to itself, half of it, a third. */
const WIDTHS = { full: 1120, half: 540, third: 350 }
const PHONE = { width: 330, height: 200 }

const FILLS: Record<ChartTone, string> = {
  cold: 'fill-cold',
  warm: 'fill-warm',
  hot: 'fill-hot',
  won: 'fill-good',
  lost: 'fill-control',
  marketing: 'fill-marketing',
  sales: 'fill-sales',
  neutral: 'fill-control',
  quiet: 'fill-line-strong',
  ink: 'fill-ink',
}

/**
 * A chart, drawn on the server for a desk and for a phone, with the same numbers as a table and as files.
 * `csvHref` is where the table is downloaded, `name` what the picture is called as a file.
 */
export function Chart({
  spec,
  size = 'half',
  height = 220,
  name,
  csvHref,
}: {
  spec: ChartSpec
  size?: keyof typeof WIDTHS
  height?: number
  name: string
  csvHref: string | null
}) {
  return (
    <div>
      <figure role="img" aria-label={spec.says} data-chart className="m-0">
        <Picture svg={svgOf(spec, { width: WIDTHS[size], height })} className="max-md:hidden" />
        <Picture svg={svgOf(spec, PHONE)} className="md:hidden" />
      </figure>
      {spec.series.length > 1 ? <Legend spec={spec} /> : null}
      <div className="mt-1 flex flex-wrap items-start gap-x-4">
        <Definition summary="As a table" wide>
          <NumbersTable spec={spec} />
        </Definition>
        {csvHref ? (
          <a
            href={csvHref}
            download
            className="rounded-sm py-1 text-xs text-ink-quiet underline-offset-2 hover:text-ink hover:underline max-md:inline-flex max-md:min-h-10 max-md:items-center print:hidden"
          >
            CSV<span className="sr-only"> of {name}</span>
          </a>
        ) : null}
        <PictureLink name={name} />
      </div>
    </div>
  )
}

const Picture = ({ svg, className }: { svg: string; className: string }) => (
  <div className={`*:block *:h-auto *:w-full ${className}`} dangerouslySetInnerHTML={{ __html: svg }} />
)

function Legend({ spec }: { spec: ChartSpec }) {
  return (
    <ul aria-hidden="true" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
      {spec.series.map(({ name, tone, kind }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg className="size-2.5" viewBox="0 0 10 10">
            {kind === 'bar' ? (
              <rect width="10" height="10" rx="2" className={FILLS[tone]} />
            ) : (
              <rect y="3.5" width="10" height="3" rx="1.5" className={FILLS[tone]} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

/** The numbers of a chart, row by row. */
function NumbersTable({ spec }: { spec: ChartSpec }) {
  const { columns, rows } = tableOf(spec)
  return (
    <div className="max-h-72 overflow-auto" tabIndex={0} role="region" aria-label={`${spec.says}: the numbers`}>
      <table className="text-right text-xs">
        <thead className="text-ink-quiet">
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={`py-1 font-medium ${index === 0 ? 'pr-3 text-left' : 'pl-3'}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([place, ...cells]) => (
            <tr key={String(place)} className="*:border-t">
              <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap text-ink-soft">
                {place}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} className="py-1 pl-3 whitespace-nowrap">
                  {typeof cell === 'string' ? cell : numberInWords(cell, spec.unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
