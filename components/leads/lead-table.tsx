import type { ReactNode } from 'react'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { chooseColumns } from '../ui/choose-columns'
import { DataTable } from '../ui/table'
import { leadColumns, type LeadTableFacts } from './lead-columns'

/** Columns that a narrower list goes without. */
export type LeadTableColumn = 'company' | 'people' | 'value' | 'createdAt'

/**
 * Leads as a list: each row leads to its lead. `leaveOut` are columns that the place itself says or has no room for.
 * `<LeadTable caption="Leads, newest first" leads={leads} facts={facts} empty={<EmptyState title="No lead" />} />`
 */
export function LeadTable({
  caption,
  leads,
  facts,
  leaveOut = [],
  chosen,
  sort,
  sticky,
  canPick = false,
  empty,
}: {
  caption: string
  leads: LeadShape[]
  facts: LeadTableFacts
  leaveOut?: LeadTableColumn[]
  /** `?columns=` of the address. */
  chosen?: string
  sort?: { current: string; hrefOf: (sortKey: string) => string }
  sticky?: boolean
  /** Leads can be ticked, for the PickBar of the page. */
  canPick?: boolean
  empty: ReactNode
}) {
  return (
    <DataTable
      caption={caption}
      columns={chooseColumns(leadColumns(facts), chosen).filter(({ key }) => !leaveOut.some((name) => name === key))}
      isWide={chosen !== undefined}
      rows={leads}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/leads/${id}`}
      sort={sort}
      sticky={sticky}
      pick={canPick ? { name: 'lead', label: ({ name }) => name } : undefined}
      empty={empty}
    />
  )
}
