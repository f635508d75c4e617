import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { TeamDot } from '@/components/leads/lead-badges'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { EmptyState } from '@/components/ui/empty-state'
import { type Column, DataTable } from '@/components/ui/table'
import { formatCount, formatCountOf, formatHundredths } from '@/lib/format/format-number'
import type { AttributionModel } from '@/lib/reports/attribution/attribution'
import { attributionDefinition, attributionWords } from '@/lib/reports/attribution/attribution-words'

/** A name with its part in the wins: a channel, a campaign, the rest, or all together. */
export type ShareRow = {
  key: string
  label: string
  team: 'MARKETING' | 'SALES' | null
  /** Of how many wins it was part at all; null where that says nothing. */
  touched: number | null
  /** In hundredths of a win. */
  shares: Record<AttributionModel, number>
  /** What lists the leads of it; null where no filter says it. */
  filters: Record<string, string> | null
  isTotal?: true
}

/** Models by which a whole win goes to one touch, so that its leads can be listed. */
const whole = ['first', 'last'] as const

/** The wins shared by some models side by side; each column adds up to the wins, as it is shown too. */
export function AttributionCard({
  title,
  of,
  wins,
  rows,
  models,
  hrefOf,
  children,
}: {
  title: string
  of: string
  wins: number
  rows: ShareRow[]
  models: AttributionModel[]
  hrefOf: ListHref
  /** What is to be said of these models in particular. */
  children?: React.ReactNode
}) {
  return (
    <Card title={title} aside={formatCountOf(wins, 'win')} flush footer={<Words models={models}>{children}</Words>}>
      <DataTable
        caption={`${title}, the largest share first`}
        columns={columnsOf(of, models, hrefOf)}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<EmptyState title="No win to share" />}
        sticky={false}
      />
    </Card>
  )
}

const Words = ({ models, children }: { models: AttributionModel[]; children: React.ReactNode }) => (
  <>
    <p>Shares are an allocation by a rule, not a cause.</p>
    <Definition>
      {attributionDefinition}{' '}
      {models.map((model) => `${attributionWords[model].label}: ${attributionWords[model].means}`).join(' ')} Leads
      created in the period that are won; unvoided touches up to the win, whether the policy counts them or not. In
      wins: those that it touched at all. {children}
    </Definition>
  </>
)

function columnsOf(of: string, models: AttributionModel[], hrefOf: ListHref): Column<ShareRow>[] {
  const number = (key: string, header: string, cell: Column<ShareRow>['cell']): Column<ShareRow> => ({
    key,
    header,
    cell: (row) => <span className={row.isTotal ? 'font-semibold' : undefined}>{cell(row)}</span>,
    align: 'right',
    width: 'w-20 xl:w-28',
    card: 'labelled',
  })
  const opens = (row: ShareRow, count: number, credit: string, what: string) => (
    <CountLink
      href={row.filters && hrefOf({ ...row.filters, ...(row.isTotal ? {} : { credit }) })}
      count={count}
      label={`${row.label}, ${what}: open ${formatCountOf(count, 'won lead')}`}
    >
      {formatCount(count)}
    </CountLink>
  )
  return [
    {
      key: 'name',
      header: of,
      cell: ({ label, team, isTotal }) => (
        <span className={`inline-flex items-center gap-1.5 ${isTotal ? 'font-semibold' : 'font-medium'}`}>
          {team ? <TeamDot team={team} label={team === 'MARKETING' ? 'Marketing' : 'Sales'} /> : null}
          <span className="break-words">{label}</span>
        </span>
      ),
    },
    number('touched', 'In wins', (row) =>
      row.touched === null ? '–' : opens(row, row.touched, 'touched', 'part of a win'),
    ),
    ...models.map((model) =>
      number(model, attributionWords[model].label, (row) =>
        whole.some((each) => each === model)
          ? opens(row, row.shares[model] / 100, model, attributionWords[model].label.toLowerCase())
          : formatHundredths(row.shares[model]),
      ),
    ),
  ]
}
