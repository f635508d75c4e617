import { CountLink, type ListHref } from '@/components/dashboard/count-link'
import { type Measure, measureNames, measures, ofHowMany, WorthFigure } from '@/components/dashboard/worth-figures'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { type Column, DataTable } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { type ApproachGroup, approachShort, approachWords } from '@/lib/reports/worth/approach'
import type { WorthPart } from '@/lib/reports/worth/worth'

const shown: ApproachGroup[] = ['warmed', 'some', 'alone', 'never']

/** So many sources have a row. */
const mostParts = 15

export type PartWords = {
  of: string
  labelOf: (key: string | null) => string
  /** The filters that list the leads of a part. */
  filtersOf: (key: string | null) => Record<string, string>
}

/** One figure of the groups beside each other, for each source or quarter. */
export function WorthPartsCard({
  title,
  parts,
  words,
  measure,
  measureHref,
  currency,
  hrefOf,
}: {
  title: string
  parts: WorthPart[]
  words: PartWords
  measure: Measure
  measureHref: (measure: Measure) => string
  currency: string | null
  hrefOf: ListHref
}) {
  return (
    <Card
      title={title}
      aside={measures[measure].label}
      flush
      footer={
        parts.length > mostParts ? `The ${mostParts} largest of ${formatCount(parts.length)} are shown.` : undefined
      }
    >
      <div className="border-t px-3 py-1 print:hidden">
        <Tabs
          label={`Figure, ${title.toLowerCase()}`}
          tabs={measureNames.map((each) => ({
            label: measures[each].label,
            href: measureHref(each),
            isActive: each === measure,
          }))}
        />
      </div>
      <DataTable
        caption={`${title}: ${measures[measure].label.toLowerCase()} by how the teams came to the lead`}
        columns={columnsOf(words, measure, currency, hrefOf)}
        rows={parts.slice(0, mostParts)}
        rowKey={({ key }) => key ?? 'none'}
        empty={<EmptyState title="No leads to compare" />}
        sticky={false}
      />
    </Card>
  )
}

function columnsOf(words: PartWords, measure: Measure, currency: string | null, hrefOf: ListHref): Column<WorthPart>[] {
  return [
    { key: 'part', header: words.of, cell: ({ key }) => <span className="font-medium">{words.labelOf(key)}</span> },
    ...shown.map((group): Column<WorthPart> => ({
      key: group,
      header: approachShort[group],
      align: 'right',
      width: 'w-40 xl:w-44',
      card: 'labelled',
      cell: ({ key, groups }) => {
        const worth = groups[group]
        if (worth.leads === 0) return <span className="text-ink-quiet">–</span>
        return (
          <span className="inline-flex flex-col items-end leading-tight">
            <WorthFigure measure={measure} worth={worth} currency={currency} />
            <span className="text-xs text-ink-quiet">
              <CountLink
                href={hrefOf({ approach: group, ...words.filtersOf(key) })}
                count={worth.leads}
                label={`${words.labelOf(key)}, ${approachWords[group]}: open ${formatCountOf(worth.leads, 'lead')}`}
              >
                {ofHowMany(worth)}
              </CountLink>
            </span>
          </span>
        )
      },
    })),
  ]
}
