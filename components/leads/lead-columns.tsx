import type { ReactNode } from 'react'
import type { FormAction } from '@/lib/forms/form-state'
import type { LeadShape } from '@/lib/leads/lead-shape'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { DateTime } from '../ui/date-time'
import { Count, Money } from '../ui/number'
import type { Option } from '../ui/field'
import type { Column } from '../ui/table'
import { DeskBadge, DoNotContactBadge, OutcomeBadge, TeamDot } from './lead-badges'
import { InlineEdit } from './inline-edit'
import { StageBadge } from './stage-badge'
import { TouchMeter } from './touch-meter'

type Thresholds = Pick<ScoringPolicy, 'warmAt' | 'hotAt' | 'closeBy'>

/** What a list of leads needs to know besides its rows. */
export type LeadTableFacts = {
  policy: Thresholds
  zone: string
  now: Date
  currency: string
  /** Facts are changed where they stand; left out where the list is only read. */
  edit?: {
    action: FormAction
    may: (lead: LeadShape) => boolean
    /** Who may be made the owner; left out for those who may not say so. */
    assign?: { action: FormAction; owners: Option[] }
  }
}

const extra = { isExtra: true } as const

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

/** Who has it now stands among those to choose, though they may have left. */
const withCurrent = (owners: Option[], owner: LeadShape['owner']): Option[] =>
  !owner || owners.some(({ value }) => value === owner.id)
    ? owners
    : [...owners, { value: owner.id, label: owner.name }]

/** The usual columns of a list of leads in their order, and after them those that can be chosen besides. */
export function leadColumns({ policy, zone, now, currency, edit }: LeadTableFacts): Column<LeadShape>[] {
  const editable = (
    field: string,
    label: string,
    typed: (lead: LeadShape) => string,
    read: (lead: LeadShape) => ReactNode,
  ) =>
    function Cell(lead: LeadShape) {
      if (!edit?.may(lead)) return read(lead)
      const { id, name, version } = lead
      return (
        <InlineEdit action={edit.action} lead={{ id, name, version }} field={field} label={label} value={typed(lead)}>
          {read(lead)}
        </InlineEdit>
      )
    }
  const plain = (field: 'title' | 'email' | 'phone' | 'source', label: string) =>
    editable(
      field,
      label,
      (lead) => lead[field] ?? '',
      (lead) => lead[field],
    )
  const owners = [{ value: '', label: 'Nobody' }, ...(edit?.assign?.owners ?? [])]
  const owner = ({ id, name, version, owner: current }: LeadShape) =>
    edit?.assign ? (
      <InlineEdit
        action={edit.assign.action}
        lead={{ id, name, version }}
        field="owner"
        label="Owner"
        value={current?.id ?? ''}
        options={withCurrent(owners, current)}
      >
        {current?.name}
      </InlineEdit>
    ) : (
      current?.name
    )
  const day = (at: Date | null) => (at ? <DateTime at={at} zone={zone} now={now} as="day" /> : null)
  return [
    { key: 'name', header: 'Lead', sortKey: 'name', cell: (lead) => <Name lead={lead} /> },
    {
      key: 'company',
      header: 'Company',
      sortKey: 'company',
      width: 'w-36',
      cell: editable(
        'company',
        'Company',
        ({ company }) => company?.name ?? '',
        ({ company }) => company?.name,
      ),
    },
    {
      key: 'stage',
      header: 'Stage',
      sortKey: 'touchCount',
      width: 'w-25',
      card: 'aside',
      cell: (lead) => <StageBadge stage={lead.stage} />,
    },
    {
      key: 'touchCount',
      header: 'Touches',
      sortKey: 'touchCount',
      width: 'w-47',
      card: 'left',
      cell: (lead) => <Meter lead={lead} policy={policy} />,
    },
    {
      key: 'lastTouchAt',
      header: 'Last touch',
      sortKey: 'lastTouchAt',
      width: 'w-33',
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
    { key: 'people', header: 'Owner, rep', width: 'w-24', hideBelow: 'xl', cell: (lead) => <People lead={lead} /> },
    {
      key: 'value',
      header: 'Value',
      sortKey: 'value',
      align: 'right',
      width: 'w-24',
      hideBelow: 'xl',
      card: 'right',
      cell: editable(
        'value',
        'Value',
        ({ value }) => (value === null ? '' : String(value)),
        (lead) =>
          lead.value === null ? null : <Money amount={lead.value} currency={lead.currency ?? currency} isShort />,
      ),
    },
    {
      key: 'createdAt',
      header: 'Created',
      sortKey: 'createdAt',
      width: 'w-27',
      hideBelow: 'xl',
      cell: (lead) => <Quiet>{day(lead.createdAt)}</Quiet>,
    },
    { ...extra, key: 'title', header: 'Title', sortKey: 'title', cell: plain('title', 'Title') },
    { ...extra, key: 'email', header: 'Email', sortKey: 'email', width: 'w-60', cell: plain('email', 'Email') },
    { ...extra, key: 'phone', header: 'Phone', width: 'w-40', cell: plain('phone', 'Phone') },
    { ...extra, key: 'source', header: 'Source', sortKey: 'source', width: 'w-36', cell: plain('source', 'Source') },
    {
      ...extra,
      key: 'tags',
      header: 'Tags',
      width: 'w-44',
      cell: editable(
        'tags',
        'Tags',
        ({ tags }) => tags.join(', '),
        ({ tags }) => tags.join(', '),
      ),
    },
    { ...extra, key: 'owner', header: 'Owner', sortKey: 'owner', width: 'w-36', cell: owner },
    { ...extra, key: 'rep', header: 'Rep', sortKey: 'rep', width: 'w-32', cell: ({ rep }) => rep?.name },
    {
      ...extra,
      key: 'domain',
      header: 'Domain',
      width: 'w-44',
      cell: ({ company }) => company?.domain,
    },
    {
      ...extra,
      key: 'warmedAt',
      header: 'Warm since',
      sortKey: 'warmedAt',
      width: 'w-31',
      cell: (lead) => day(lead.warmedAt),
    },
    { ...extra, key: 'hotAt', header: 'Hot since', sortKey: 'hotAt', width: 'w-31', cell: (lead) => day(lead.hotAt) },
    {
      ...extra,
      key: 'closedAt',
      header: 'Closed',
      sortKey: 'closedAt',
      width: 'w-31',
      cell: (lead) => day(lead.closedAt),
    },
    {
      ...extra,
      key: 'lifetimeTouches',
      header: 'All touches ever',
      align: 'right',
      width: 'w-32',
      cell: ({ lifetimeTouchCount }) => <Count value={lifetimeTouchCount} />,
    },
    { ...extra, key: 'externalId', header: 'External id', width: 'w-44', cell: ({ externalId }) => externalId },
  ]
}
