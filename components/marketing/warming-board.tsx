import { Plus } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { formatCount } from '@/lib/format/format-number'
import type { LeadShape } from '@/lib/leads/lead-shape'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { TouchMeter } from '../leads/touch-meter'
import { DateTime } from '../ui/date-time'

type Thresholds = Pick<ScoringPolicy, 'warmAt' | 'hotAt' | 'closeBy'>

export type BoardColumn = {
  touches: number
  title: string
  aside: string
  /** All leads of the column; `leads` are the first of them. */
  count: number
  leads: LeadShape[]
  /** The list of all of them. */
  href: string
}

type Facts = { policy: Thresholds; zone: string; now: Date; touchHref: (leadId: string) => string }

const dayMs = 24 * 3_600_000

/** How long a lead has been silent; without a touch, how long it has been here. */
function Silence({ lead, zone, now }: { lead: LeadShape; zone: string; now: Date }) {
  if (lead.recycledAt && lead.touchCount === 0) return <>recycled</>
  if (lead.lastTouchAt) return <DateTime at={lead.lastTouchAt} zone={zone} now={now} />
  if (now.getTime() - lead.createdAt.getTime() < dayMs) return <>new</>
  return <DateTime at={lead.createdAt} zone={zone} now={now} />
}

function LeadCard({ lead, isNext, facts }: { lead: LeadShape; isNext: boolean; facts: Facts }) {
  const { policy, zone, now, touchHref } = facts
  return (
    <li
      className={`group relative rounded-lg border bg-surface px-3.5 py-3 transition-colors focus-within:border-line-strong hover:border-line-strong ${isNext ? 'border-warm-line' : 'border-line'}`}
    >
      <div className="flex items-baseline justify-between gap-3">
        <Link
          href={`/leads/${lead.id}`}
          data-row
          className="min-w-0 truncate text-sm font-semibold after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
        >
          {lead.name}
        </Link>
        <span className="shrink-0 text-xs text-ink-quiet">
          <Silence lead={lead} zone={zone} now={now} />
        </span>
      </div>
      <p className="truncate text-xs text-ink-quiet">{lead.company?.name ?? lead.title ?? lead.email ?? ' '}</p>
      <div className="mt-2 flex items-center justify-between gap-2">
        <TouchMeter ticks={lead.ticks} touchCount={lead.touchCount} {...policy} />
        <Link
          href={touchHref(lead.id)}
          scroll={false}
          aria-label={`Log a touch of ${lead.name}`}
          className="relative z-1 flex size-7 shrink-0 items-center justify-center rounded-md text-ink-soft opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-hover hover:text-ink focus-visible:opacity-100 max-md:size-11 max-md:opacity-100"
        >
          <Plus className="size-4" aria-hidden="true" />
        </Link>
      </div>
    </li>
  )
}

function Column({ column, isNext, facts }: { column: BoardColumn; isNext: boolean; facts: Facts }) {
  const { title, count, aside, leads, href } = column
  const rest = count - leads.length
  return (
    <section className="flex min-w-0 flex-col">
      <h2 className="mb-2 flex items-baseline gap-2 text-sm font-semibold">
        {title} <span className="font-normal text-ink-quiet tabular-nums">{formatCount(count)}</span>
        <span className="ml-auto truncate text-xs font-normal text-ink-quiet">{aside}</span>
      </h2>
      {leads.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {leads.map((lead) => (
            <LeadCard key={lead.id} lead={lead} isNext={isNext} facts={facts} />
          ))}
        </ul>
      ) : (
        <p className="rounded-lg border border-dashed border-line-strong px-3.5 py-6 text-center text-xs text-ink-quiet">
          No lead stands here.
        </p>
      )}
      {rest > 0 ? (
        <Link
          href={href}
          className="mt-2 flex min-h-8 items-center justify-center rounded-md text-xs font-medium text-ink-soft hover:bg-hover hover:text-ink max-md:min-h-11"
        >
          All {formatCount(count)}
        </Link>
      ) : null}
    </section>
  )
}

const grids: Record<number, string> = {
  3: 'md:grid-cols-3',
  4: 'md:grid-cols-2 2xl:grid-cols-4',
  5: 'md:grid-cols-3 2xl:grid-cols-5',
}

/** The cold leads by touches missing to warm, the column that needs one more touch last and marked. */
export function WarmingBoard({ columns, facts }: { columns: BoardColumn[]; facts: Facts }) {
  return (
    <div className={`grid gap-4 ${grids[columns.length] ?? grids[3]}`}>
      {columns.map((column, index) => (
        <Column key={column.touches} column={column} isNext={index === columns.length - 1} facts={facts} />
      ))}
    </div>
  )
}
