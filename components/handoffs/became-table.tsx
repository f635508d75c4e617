import type { ReactNode } from 'react'
import { formatCount, formatCountOf, formatPercent } from '@/lib/format/format-number'
import { fateWords } from '@/lib/handoffs/filter-words'
import type { HandoffFate } from '@/lib/handoffs/filters'
import { type HandoffOrigins, originLabels } from '@/lib/handoffs/origins'
import { reasonLabels } from '@/lib/handoffs/reasons'
import type { BecameOf } from '@/lib/handoffs/what-became'
import { channels } from '@/lib/touchpoints/channel'
import type { Channel } from '@/prisma/generated/enums'
import { CountLink } from '../dashboard/count-link'
import { type Column, DataTable } from '../ui/table'

/** Where the handoffs of a number of one row are listed. */
type HrefOf = (row: BecameOf, filters: Record<string, string>) => string

const reasonsShown = 2

const nameOf = (by: HandoffOrigins, { of, name }: BecameOf): string => {
  if (of === null) return originLabels[by].none
  return by === 'channel' ? channels[of as Channel].label : (name ?? of)
}

function columnsOf(by: HandoffOrigins, hrefOf: HrefOf): Column<BecameOf>[] {
  const number = (key: HandoffFate & keyof BecameOf, hideBelow?: 'xl'): Column<BecameOf> => ({
    key,
    header: fateWords[key],
    align: 'right',
    width: 'w-24',
    card: 'labelled',
    ...(hideBelow ? { hideBelow } : {}),
    cell: (row) => <Number of={row} count={row[key]} label={fateWords[key]} filters={{ fate: key }} />,
  })
  const Number = (props: { of: BecameOf; count: number; label: string; filters: Record<string, string> }) => (
    <CountLink
      href={hrefOf(props.of, props.filters)}
      count={props.count}
      label={`${nameOf(by, props.of)}, ${props.label}: open ${formatCountOf(props.count, 'handoff')}`}
    >
      {formatCount(props.count)}
    </CountLink>
  )
  return [
    {
      key: 'of',
      header: originLabels[by].one,
      cell: (row) => <span className="font-medium break-words">{nameOf(by, row)}</span>,
    },
    {
      key: 'offered',
      header: 'Offered',
      align: 'right',
      width: 'w-22',
      card: 'labelled',
      cell: (row) => <Number of={row} count={row.offered} label="Offered" filters={{}} />,
    },
    {
      ...number('accepted'),
      width: 'w-34',
      cell: (row) => (
        <span>
          <Number of={row} count={row.accepted} label="Accepted" filters={{ fate: 'accepted' }} />
          <span className="ml-1.5 text-ink-quiet">{formatPercent(acceptance(row))}</span>
        </span>
      ),
    },
    number('returned'),
    number('waiting', 'xl'),
    number('won'),
    {
      key: 'reasons',
      header: 'Why they came back',
      width: 'w-60 xl:w-80',
      hideBelow: 'lg',
      card: 'line',
      cell: (row) =>
        row.reasons.length === 0 ? null : (
          <span className="text-xs text-ink-soft">
            {row.reasons.slice(0, reasonsShown).map(({ kind, reason, count }, nth) => (
              <span key={`${kind} ${reason}`}>
                {nth > 0 ? ', ' : ''}
                <CountLink
                  href={hrefOf(row, { kind, reason })}
                  count={count}
                  label={`${nameOf(by, row)}, ${reasonLabels[reason]}: open ${formatCountOf(count, 'handoff')}`}
                >
                  {reasonLabels[reason]} {formatCount(count)}
                </CountLink>
              </span>
            ))}
          </span>
        ),
    },
  ]
}

/** Of the offers that Sales answered, the share that it accepted; null where it answered none. */
export const acceptance = ({ accepted, refused }: Pick<BecameOf, 'accepted' | 'refused'>): number | null =>
  accepted + refused > 0 ? accepted / (accepted + refused) : null

/** What became of handoffs, by where their leads came from; every number opens its handoffs. */
export function BecameTable({
  by,
  rows,
  hrefOf,
  empty,
}: {
  by: HandoffOrigins
  rows: BecameOf[]
  hrefOf: HrefOf
  empty: ReactNode
}) {
  return (
    <DataTable
      caption={`Handoffs by ${originLabels[by].one.toLowerCase()}, the most offers first`}
      columns={columnsOf(by, hrefOf)}
      rows={rows}
      rowKey={({ of }) => of ?? ''}
      empty={empty}
    />
  )
}
