import type { ReactNode } from 'react'
import type { LeadShape } from '@/lib/leads/lead-shape'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { DateTime } from '../ui/date-time'
import { Money } from '../ui/number'
import { DataTable, type Column } from '../ui/table'
import { DeskBadge, DoNotContactBadge, OutcomeBadge, TeamDot } from './lead-badges'
import { StageBadge } from './stage-badge'
import { TouchMeter } from './touch-meter'

type Thresholds = Pick<ScoringPolicy, 'warmAt' | 'hotAt' | 'closeBy'>

/** What a list of leads needs to know besides its rows. */
export type LeadTableFacts = { policy: Thresholds; zone: string; now: Date; currency: string }

/** Columns that a narrower list goes without. */
export type LeadTableColumn = 'company' | 'people' | 'value' | 'createdAt'

const Quiet = ({ children }: { children: ReactNode }) => <span className="text-ink-quiet">{children}</span>

function Name({ lead }: { lead: LeadShape }) {
  return (
    <>
      <span className="block truncate leading-5">{lead.name}</span>
      {lead.title ? <span className="block truncate text-2xs font-normal text-ink-quiet">{lead.title}</span> : null}
    </>
  )
}

function Meter({ lead, policy }: { lead: LeadShape; policy: Thresholds }) {
  return (
    <span className="flex items-center gap-2.5">
      <TouchMeter ticks={lead.ticks} touchCount={lead.touchCount} {...policy} />
      <span className="text-xs text-ink-quiet tabular-nums" aria-hidden="true">
        {lead.touchCount}
      </span>
    </span>
  )
}

function Whereabouts({ lead }: { lead: LeadShape }) {
  if (lead.doNotContact) return <DoNotContactBadge />
  return lead.outcome === 'OPEN' ? <DeskBadge desk={lead.desk} /> : <OutcomeBadge outcome={lead.outcome} />
}

/** Who is responsible on either side. */
function People({ lead: { owner, rep } }: { lead: LeadShape }) {
  const sides = [
    { team: 'MARKETING' as const, as: 'Owner', person: owner },
    { team: 'SALES' as const, as: 'Rep', person: rep },
  ].filter(({ person }) => person)
  return sides.map(({ team, as, person }) => (
    <span key={team} className="flex items-center gap-1.5 text-xs leading-4.5">
      <TeamDot team={team} label={as} />
      <span className="truncate">{person?.name}</span>
    </span>
  ))
}

function columnsOf({ policy, zone, now, currency }: LeadTableFacts): Column<LeadShape>[] {
  return [
    { key: 'name', header: 'Lead', sortKey: 'name', cell: (lead) => <Name lead={lead} /> },
    {
      key: 'company',
      header: 'Company',
      width: 'w-36',
      cell: (lead) => lead.company?.name,
    },
    { key: 'stage', header: 'Stage', width: 'w-25', card: 'aside', cell: (lead) => <StageBadge stage={lead.stage} /> },
    {
      key: 'touchCount',
      header: 'Touches',
      sortKey: 'touchCount',
      width: 'w-49',
      card: 'left',
      cell: (lead) => <Meter lead={lead} policy={policy} />,
    },
    {
      key: 'lastTouchAt',
      header: 'Last touch',
      sortKey: 'lastTouchAt',
      width: 'w-31',
      card: 'right',
      cell: (lead) =>
        lead.lastTouchAt ? <DateTime at={lead.lastTouchAt} zone={zone} now={now} /> : <Quiet>no touch yet</Quiet>,
    },
    {
      key: 'desk',
      header: 'Where',
      width: 'w-38',
      hideBelow: 'lg',
      card: 'left',
      cell: (lead) => <Whereabouts lead={lead} />,
    },
    { key: 'people', header: 'Owner, rep', width: 'w-26', hideBelow: 'xl', cell: (lead) => <People lead={lead} /> },
    {
      key: 'value',
      header: 'Value',
      sortKey: 'value',
      align: 'right',
      width: 'w-25',
      hideBelow: 'xl',
      card: 'right',
      cell: (lead) =>
        lead.value === null ? null : <Money amount={lead.value} currency={lead.currency ?? currency} isShort />,
    },
    {
      key: 'createdAt',
      header: 'Created',
      sortKey: 'createdAt',
      width: 'w-31',
      hideBelow: 'xl',
      cell: (lead) => (
        <Quiet>
          <DateTime at={lead.createdAt} zone={zone} now={now} as="day" />
        </Quiet>
      ),
    },
  ]
}

/**
 * Leads as a list: each row leads to its lead. `leaveOut` are columns that the place itself says or has no room for.
 * `<LeadTable caption="Leads, newest first" leads={leads} facts={facts} empty={<EmptyState title="No lead" />} />`
 */
export function LeadTable({
  caption,
  leads,
  facts,
  leaveOut = [],
  sort,
  sticky,
  canPick = false,
  empty,
}: {
  caption: string
  leads: LeadShape[]
  facts: LeadTableFacts
  leaveOut?: LeadTableColumn[]
  sort?: { current: string; hrefOf: (sortKey: string) => string }
  sticky?: boolean
  /** Leads can be ticked, for the PickBar of the page. */
  canPick?: boolean
  empty: ReactNode
}) {
  return (
    <DataTable
      caption={caption}
      columns={columnsOf(facts).filter(({ key }) => !leaveOut.some((name) => name === key))}
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
