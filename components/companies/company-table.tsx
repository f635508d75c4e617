import type { ReactNode } from 'react'
import type { CompanyShape } from '@/lib/companies/queries'
import { DateTime } from '../ui/date-time'
import { Count } from '../ui/number'
import { chooseColumns } from '../ui/choose-columns'
import { DataTable, type Column } from '../ui/table'

const counts = [
  ['cold', 'Cold'],
  ['warm', 'Warm'],
  ['hot', 'Hot'],
  ['won', 'Won'],
  ['lost', 'Lost'],
] as const

/** The columns of a list of companies. */
export const companyColumns = (zone: string, now: Date): Column<CompanyShape>[] => [
  { key: 'name', header: 'Company', sortKey: 'name', cell: ({ name }) => name },
  {
    key: 'domain',
    header: 'Domain',
    sortKey: 'domain',
    width: 'w-56',
    hideBelow: 'lg',
    card: 'line',
    cell: ({ domain }) => (domain ? <span className="text-ink-soft">{domain}</span> : null),
  },
  {
    key: 'employees',
    header: 'Employees',
    sortKey: 'employees',
    align: 'right',
    width: 'w-28',
    hideBelow: 'lg',
    card: 'hidden',
    cell: ({ employees }) => (employees === null ? null : <Count value={employees} />),
  },
  {
    key: 'leads',
    header: 'Leads',
    sortKey: 'leads',
    align: 'right',
    width: 'w-24',
    card: 'aside',
    cell: ({ leads }) => (
      <>
        <Count value={leads.all} />
        <span className="md:hidden"> {leads.all === 1 ? 'lead' : 'leads'}</span>
      </>
    ),
  },
  ...counts.map(([key, header]): Column<CompanyShape> => ({
    key,
    header,
    align: 'right',
    width: 'w-20',
    card: 'hidden',
    cell: ({ leads }) => (leads[key] === 0 ? <span className="text-ink-quiet">0</span> : <Count value={leads[key]} />),
  })),
  {
    key: 'createdAt',
    header: 'Added',
    sortKey: 'createdAt',
    width: 'w-32',
    hideBelow: 'xl',
    cell: ({ createdAt }) => <DateTime at={createdAt} zone={zone} now={now} as="day" />,
  },
]

/** Companies with the counts of their leads: open ones by stage, closed ones by outcome. */
export function CompanyTable({
  companies,
  zone,
  now,
  chosen,
  sort,
  empty,
}: {
  companies: CompanyShape[]
  zone: string
  now: Date
  /** `?columns=` of the address. */
  chosen?: string
  sort: { current: string; hrefOf: (sortKey: string) => string }
  empty: ReactNode
}) {
  return (
    <DataTable
      caption="Companies"
      columns={chooseColumns(companyColumns(zone, now), chosen)}
      isWide={chosen !== undefined}
      rows={companies}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/companies/${id}`}
      sort={sort}
      empty={empty}
    />
  )
}
