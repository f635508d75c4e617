import type { ReactNode } from 'react'
import { notFound } from 'next/navigation'
import { PeriodBar } from '@/components/dashboard/period-bar'
import { ReportFilterFold } from '@/components/dashboard/report-filter-fold'
import { Replaying } from '@/components/dashboard/replaying'
import { reportHrefs, type ReportHrefs } from '@/components/dashboard/report-hrefs'
import { CopyLink } from '@/components/ui/copy-link'
import { LeftOutFilters } from '@/components/ui/left-out-filters'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { hrefWith } from '@/components/ui/search-params'
import { Tabs } from '@/components/ui/tabs'
import { can } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/actor'
import { filterNames } from '@/lib/leads/filter-names'
import { filtersInWords } from '@/lib/leads/filter-words'
import { listSources } from '@/lib/leads/list-sources'
import type { PageParams } from '@/lib/page-params'
import { type Asked, readAsked } from '@/lib/reports/asked'
import type { Books } from '@/lib/reports/books'
import { daysInWords, dayWords, periodWords } from '@/lib/reports/presets'
import { filterChoices } from '../leads/filter-choices'

const pages = [
  { path: '/dashboard', label: 'Overview' },
  { path: '/dashboard/thresholds', label: 'Thresholds' },
  { path: '/dashboard/attribution', label: 'Attribution' },
  { path: '/dashboard/worth', label: 'Marketing’s worth' },
  { path: '/dashboard/alignment', label: 'Alignment' },
] as const

type Path = (typeof pages)[number]['path']

/** What a page of the dashboard makes its cards of. */
export type Open = { actor: Actor; asked: Asked; books: Books } & ReportHrefs

/**
 * A page of the dashboard: the tabs, the period, the filters and the moment, which all stand in the address and go along
 * from tab to tab; and while the past is being replayed, how far that is.
 */
export async function ReportFrame({
  actor,
  path,
  title,
  params,
  children,
}: {
  actor: Actor
  path: Path
  title: string
  params: PageParams
  children: (open: Open) => Promise<ReactNode>
}) {
  if (!can(actor, 'report.read')) notFound()
  const asked = await readAsked(actor, params, new Date())
  const { chosen, asOf, on, today, written, filters, odd, timeZone } = asked
  const [names, choices, sources] = await Promise.all([
    filterNames(actor, filters),
    filterChoices(actor),
    listSources(actor),
  ])
  const ofFilters = filtersInWords(filters, names, timeZone).map(({ label, parameters }) => ({
    label,
    removeHref: hrefWith(path, params, Object.fromEntries(parameters.map((name) => [name, null]))),
  }))
  const chips = [
    ...(on ? [{ label: `As seen on ${dayWords(on)}`, removeHref: hrefWith(path, params, { on: null }) }] : []),
    ...ofFilters,
  ]
  return (
    <>
      <PageHeader
        title={title}
        subline={path === '/dashboard' ? periodWords(chosen) : daysInWords(chosen)}
        actions={<CopyLink href={hrefWith(path, params, { on: on ?? today })} />}
      />
      <div className="border-b border-line px-4 py-1.5 md:px-6 print:hidden">
        <Tabs
          label="Reports"
          tabs={pages.map(({ path: to, label }) => ({ label, href: hrefWith(to, params, {}), isActive: to === path }))}
        />
      </div>
      <PeriodBar
        path={path}
        first="12m"
        chosen={chosen}
        asOf={asOf}
        keep={on ? { on } : {}}
        filters={{ fields: <ReportFilterFold written={written} sources={sources} {...choices} />, written, chips }}
      />
      <LeftOutFilters names={odd} />
      <PageBody>
        {asOf ? (
          <Notice title={`As it was known at the end of ${dayWords(asOf)}`}>
            What was logged, voided, closed or deleted later is left out, and the scoring policy is the one of then.
            Lists show the present, so the numbers open none.
          </Notice>
        ) : null}
        {asked.books ? (
          await children({ actor, asked, books: asked.books, ...reportHrefs(asked) })
        ) : (
          <Replaying {...asked.progress}>
            Every lead is counted again as it was known then. That takes up to a minute for a million leads; the next to
            read this day has it at once.
          </Replaying>
        )}
      </PageBody>
    </>
  )
}
