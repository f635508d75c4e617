import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { type Measure, WorthFigure } from '@/components/dashboard/worth-figures'
import { Card } from '@/components/ui/card'
import { Definition } from '@/components/ui/definition'
import { type Column, DataTable } from '@/components/ui/table'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { type ApproachGroup, approachGroups, approachLabels, approachWords } from '@/lib/reports/worth/approach'
import { worthDefinition } from '@/lib/reports/definitions'
import type { Worth } from '@/lib/reports/worth/worth-figures'

/** What came of the leads, by how the teams came to them. */
export function WorthCard({
  groups,
  currency,
  hrefOf,
}: {
  groups: Record<ApproachGroup, Worth>
  currency: string | null
  hrefOf: ListHref
}) {
  const rows = approachGroups.map((group) => groups[group])
  const otherCurrency = rows.reduce((sum, { group, otherCurrency: other }) => sum + (group === 'cold' ? 0 : other), 0)
  return (
    <Card
      title="By how the teams came to the lead"
      flush
      footer={
        <>
          <p>
            Compares groups of leads that people chose, so it is no proof: whom Marketing warms may be the better lead.
            Open leads count as not won yet.
          </p>
          <Definition>
            {worthDefinition(currency)}
            {otherCurrency > 0 ? ` ${formatCountOf(otherCurrency, 'win')} in another currency left out.` : ''}
          </Definition>
        </>
      }
    >
      <DataTable
        caption="Leads by how the teams came to them, with what came of them"
        columns={columnsOf(currency, hrefOf)}
        rows={rows}
        rowKey={({ group }) => group}
        empty={null}
        sticky={false}
      />
    </Card>
  )
}

function columnsOf(currency: string | null, hrefOf: ListHref): Column<Worth>[] {
  const number = (key: string, header: string, cell: Column<Worth>['cell']): Column<Worth> => ({
    key,
    header,
    cell,
    align: 'right',
    width: 'w-28 xl:w-36',
    card: 'labelled',
  })
  const measure = (key: Measure, header: string) =>
    number(key, header, (worth) => <WorthFigure measure={key} worth={worth} currency={currency} />)
  const count = (key: 'leads' | 'wins', header: string, filters: Record<string, string>): Column<Worth> => ({
    ...number(key, header, (worth) => (
      <CountLink
        href={hrefOf({ approach: worth.group, ...filters })}
        count={worth[key]}
        label={`${header}, ${approachWords[worth.group]}: open ${formatCountOf(worth[key], 'lead')}`}
      >
        {formatCount(worth[key])}
      </CountLink>
    )),
    width: 'w-18 xl:w-24',
  })
  return [
    {
      key: 'group',
      header: 'How they came to it',
      cell: ({ group }) => (
        <span className={group === 'some' || group === 'alone' ? 'text-ink-soft md:pl-4' : 'font-medium'}>
          {approachLabels[group]}
        </span>
      ),
    },
    count('leads', 'Leads', {}),
    count('wins', 'Won', { outcome: 'WON' }),
    measure('rate', 'Win rate'),
    measure('effort', 'Sales touches a win'),
    measure('days', 'Days to win'),
    { ...measure('value', `Value${currency ? `, ${currency}` : ''}`), width: 'w-40 xl:w-48' },
  ]
}
