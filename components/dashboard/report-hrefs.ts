import type { ListHref } from '@/components/dashboard/count-link'
import { hrefWith } from '@/components/ui/search-params'
import type { ReportFilters } from '@/lib/reports/filters'
import type { ChosenPeriod } from '@/lib/reports/presets'

export type ReportHrefs = {
  /** The leads behind a number of those created in the period. */
  hrefOf: ListHref
  /** The same without the period: for numbers that name one of their own. */
  leadsHref: ListHref
  /** Handoffs offered, and promises due, in the period. */
  handoffsHref: ListHref
  promisesHref: ListHref
  /** Handoffs, for numbers that name a period of their own. */
  anyHandoffsHref: ListHref
  /** A report as a CSV file, with the same period, moment and filters. */
  csvHref: (name: string) => string
}

/** Handoffs are filtered by their own words: where a report is filtered by leads, its handoffs open no list. */
const isOfLeads = (written: Written) => Object.keys(written).some((name) => name !== 'rep')

type Written = Partial<Record<keyof ReportFilters, string>>

/** What the address of a page says. */
type Address = { chosen: ChosenPeriod; asOf: string | null; on: string | null; written: Written }

/** Where the numbers of a dashboard's page lead. Of the past they lead nowhere, for lists show the present. */
export function reportHrefs({ chosen, asOf, on, written }: Address): ReportHrefs {
  const { from, to, preset, through } = chosen
  const anyHandoffs = (filters: Record<string, string | number | null>) =>
    asOf || isOfLeads(written) ? null : hrefWith('/handoffs', written, { view: 'all', ...filters })
  const handoffs = (first: string, last: string): ListHref => {
    return (filters) => anyHandoffs({ ...filters, [first]: from ?? null, [last]: to ?? null })
  }
  return {
    hrefOf: (filters) =>
      asOf ? null : hrefWith('/leads', written, { ...filters, createdFrom: from ?? null, createdTo: to ?? null }),
    leadsHref: (filters) => (asOf ? null : hrefWith('/leads', written, filters)),
    handoffsHref: handoffs('offeredFrom', 'offeredTo'),
    promisesHref: handoffs('dueFrom', 'dueTo'),
    anyHandoffsHref: anyHandoffs,
    csvHref: (name) =>
      hrefWith(`/dashboard/${name}.csv`, written, {
        asOf,
        on,
        ...(preset ? { period: preset } : { from: from ?? null, through: through ?? null }),
      }),
  }
}
