import { Ban, TriangleAlert, Trophy, X } from 'lucide-react'
import { Badge } from '../ui/badge'

type Outcome = 'OPEN' | 'WON' | 'LOST'
type Desk = 'MARKETING' | 'QUEUE' | 'SALES'

/** How it ended; nothing while it is open. `<OutcomeBadge outcome="WON" />` */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  if (outcome === 'OPEN') return null
  return outcome === 'WON' ? (
    <Badge tone="good" icon={<Trophy />}>
      Won
    </Badge>
  ) : (
    <Badge icon={<X />}>Lost</Badge>
  )
}

/** Who has the lead now, in words. */
export const DESK_WORDS: Record<Desk, string> = {
  MARKETING: 'With Marketing',
  QUEUE: 'Waiting for Sales',
  SALES: 'With Sales',
}

/** Who has the lead now: a mark of the team and the words. `<DeskBadge desk="QUEUE" />` */
export function DeskBadge({ desk }: { desk: Desk }) {
  return (
    <span className="inline-flex items-center gap-1.5 align-middle whitespace-nowrap">
      {desk === 'QUEUE' ? (
        <span aria-hidden="true" className="size-2 rounded-full border-2 border-ink" />
      ) : (
        <TeamDot team={desk} />
      )}
      {DESK_WORDS[desk]}
    </span>
  )
}

/** A dot of the team's colour, whole for Marketing, pierced for Sales; its word stands beside it or is in `label`. */
export function TeamDot({ team, label }: { team: 'MARKETING' | 'SALES'; label?: string }) {
  const look = team === 'MARKETING' ? 'bg-marketing' : 'border-[3px] border-sales bg-surface'
  return (
    <span
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={`inline-block size-2.5 shrink-0 rounded-full ${look}`}
    />
  )
}

/** More touches than the close-by number: somebody should look before touching again. */
export function OverTouchedBadge() {
  return (
    <Badge tone="warm" icon={<TriangleAlert />}>
      Over-touched
    </Badge>
  )
}

/** Nobody may reach out to this lead. */
export function DoNotContactBadge() {
  return (
    <Badge tone="danger" icon={<Ban />}>
      Do not contact
    </Badge>
  )
}
