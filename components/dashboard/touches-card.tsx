import { Link } from '@/components/ui/link'
import { Column, type BarTone } from '@/components/dashboard/bar'
import type { ListHref } from '@/components/dashboard/count-link'
import { TouchesTable } from '@/components/dashboard/touches-table'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { formatCountOf } from '@/lib/format/format-number'
import { chanceInWords } from '@/lib/reports/thresholds/chance-words'
import { touchesToWinDefinition } from '@/lib/reports/definitions'
import { fewestWins, type TouchesBar, type TouchesToWin } from '@/lib/reports/thresholds/touches-to-win'
import type { ScoringPolicy } from '@/lib/scoring/policy'

/** Bars beyond this many touches are told in words. */
const longest = 24

type Thresholds = Pick<ScoringPolicy, 'warmAt' | 'hotAt' | 'closeBy'>

/** How many touches the wins of a period took: a bar a number, with what the bars can not say. */
export function TouchesCard({
  report,
  policy,
  hrefOf,
  tryHref,
}: {
  report: TouchesToWin
  policy: Thresholds
  hrefOf: ListHref
  /** Where another policy can be tried; null for who may not. */
  tryHref: string | null
}) {
  const { wins, histogram, enough } = report
  const last = histogram.findLast(({ won }) => won > 0)?.touches ?? 0
  const shown = histogram.slice(0, Math.min(Math.max(last, policy.closeBy), longest) + 1)
  const beyond = histogram.slice(longest + 1).reduce((sum, { won }) => sum + won, 0)
  return (
    <Card title="Touches it takes to win" aside={formatCountOf(wins, 'win')}>
      {wins === 0 ? (
        <p className="py-8 text-center text-sm text-ink-quiet">No lead of this period is won yet.</p>
      ) : (
        <Columns bars={shown} policy={policy} hrefOf={hrefOf} />
      )}
      <div className="mt-3 flex flex-col gap-1.5 text-xs leading-relaxed text-ink-quiet">
        {beyond > 0 ? (
          <p>
            {formatCountOf(beyond, 'win')} took more than {longest} touches.
          </p>
        ) : null}
        {enough ? (
          <p>{chanceInWords(report)}</p>
        ) : (
          <p>
            Below {fewestWins} wins a chance would be luck, so none is told. There {wins === 1 ? 'is' : 'are'} {wins} so
            far.
          </p>
        )}
        <p>
          The bars flatter many touches, because whoever is won late has collected more of them.{' '}
          {tryHref ? (
            <Link href={tryHref} className="underline underline-offset-2 hover:text-ink">
              Try a policy
            </Link>
          ) : null}
        </p>
        <TouchesTable report={report} hrefOf={hrefOf} />
        <Definition>{touchesToWinDefinition(enough)}</Definition>
      </div>
    </Card>
  )
}

function toneOf(touches: number, { warmAt, hotAt, closeBy }: Thresholds): BarTone {
  if (touches > closeBy) return 'new'
  return touches >= hotAt ? 'hot' : touches >= warmAt ? 'warm' : 'cold'
}

function Columns({ bars, policy, hrefOf }: { bars: TouchesBar[]; policy: Thresholds; hrefOf: ListHref }) {
  const most = Math.max(1, ...bars.map(({ won }) => won))
  return (
    <div className="overflow-x-auto">
      <ol aria-label="Wins by number of touches" className="grid auto-cols-fr grid-flow-col gap-0.5">
        {bars.map(({ touches, won }) => {
          const column = (
            <>
              <Column share={won / most} tone={toneOf(touches, policy)} />
              <span
                aria-hidden="true"
                className={`mt-1 block text-center text-2xs text-ink-quiet ${touches % 5 === 0 ? '' : 'max-md:invisible'}`}
              >
                {touches}
              </span>
            </>
          )
          const words = `${formatCountOf(touches, 'touch', 'touches')}: ${formatCountOf(won, 'win')}`
          const href = won > 0 ? hrefOf({ touchesAtClose: touches, outcome: 'WON' }) : null
          return (
            <li key={touches} className="min-w-2.5" title={words}>
              {href === null ? (
                <>
                  <span className="sr-only">{words}</span>
                  {column}
                </>
              ) : (
                <Link href={href} aria-label={`${words}, open them`} className="block rounded-sm hover:opacity-80">
                  {column}
                </Link>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
