import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { RateWithInterval } from '@/components/dashboard/rate-with-interval'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import type { SourceFigures } from '@/lib/reports/cohort/sources'

/** More sources than this are folded away. */
const shownAtOnce = 8

/** What became of the leads of each source, the silent ones too. */
export function SourcesCard({ sources, hrefOf }: { sources: SourceFigures[]; hrefOf: ListHref }) {
  return (
    <Card title="Sources" aside={formatCountOf(sources.length, 'source')}>
      {sources.length === 0 ? (
        <p className="py-2 text-sm text-ink-quiet">No lead was created in this period.</p>
      ) : (
        <SourceTable sources={sources.slice(0, shownAtOnce)} hrefOf={hrefOf} />
      )}
      {sources.length > shownAtOnce ? (
        <Definition summary={`${formatCount(sources.length - shownAtOnce)} more`} wide>
          <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label="More sources">
            <SourceTable sources={sources.slice(shownAtOnce)} hrefOf={hrefOf} />
          </div>
        </Definition>
      ) : null}
      <Definition>
        Leads created in the period, by where they came from. Won and the rate are of all of them, lost and open ones
        included; the interval (95%, Wilson) says how far the rate may be chance.
      </Definition>
    </Card>
  )
}

function SourceTable({ sources, hrefOf }: { sources: SourceFigures[]; hrefOf: ListHref }) {
  return (
    <table className="w-full text-right text-sm text-ink">
      <caption className="sr-only">Leads by source</caption>
      <thead className="text-xs text-ink-quiet">
        <tr className="align-bottom *:pb-1 *:pl-2 *:font-medium">
          <th scope="col" className="pl-0! text-left">
            Source
          </th>
          <th scope="col">Leads</th>
          <th scope="col">Warm</th>
          <th scope="col" className="max-md:hidden">
            Accepted
          </th>
          <th scope="col">Won</th>
          <th scope="col">Rate</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ source, leads, warmed, accepted, won, rate, interval }) => {
          const number = (count: number, filters: Record<string, string>, what: string) => (
            <CountLink
              href={source === null ? null : hrefOf({ source, ...filters })}
              count={count}
              label={`${source ?? 'No source'}: open ${formatCountOf(count, `${what} lead`.trim())}`}
            >
              {formatCount(count)}
            </CountLink>
          )
          return (
            <tr key={source} className="*:border-t *:py-1.5 *:pl-2">
              <th scope="row" className="max-w-0 truncate pl-0! text-left font-normal text-ink-soft">
                {source ?? 'Not known'}
              </th>
              <td className="w-14">{number(leads, {}, '')}</td>
              <td className="w-14 text-ink-soft">{number(warmed, { step: 'warm', at: 'reached' }, 'warm')}</td>
              <td className="w-16 text-ink-soft max-md:hidden">
                {number(accepted, { step: 'accepted', at: 'reached' }, 'accepted')}
              </td>
              <td className="w-12 font-semibold">{number(won, { outcome: 'WON' }, 'won')}</td>
              <td className="w-30 whitespace-nowrap">
                <RateWithInterval rate={rate} interval={interval} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
