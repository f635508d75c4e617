import {
  AlarmClock,
  CalendarCheck,
  Flame,
  Handshake,
  Inbox,
  type LucideIcon,
  Scale,
  Timer,
  TriangleAlert,
  Trophy,
  Undo2,
  UserPlus,
  Wrench,
} from 'lucide-react'
import type { NotificationKind } from '@/prisma/generated/enums'

const icons: Record<NotificationKind, { icon: LucideIcon; tone?: string }> = {
  hot_waiting: { icon: Flame, tone: 'border-hot-line bg-hot-wash text-hot-ink' },
  offer_given: { icon: Inbox },
  lead_given: { icon: UserPlus },
  accepted: { icon: Handshake },
  repair: { icon: Wrench },
  sent_back: { icon: Undo2 },
  to_settle: { icon: Scale },
  settled: { icon: Scale },
  promise_broken: { icon: Timer, tone: 'border-danger-line bg-danger-wash text-danger-ink' },
  escalated: { icon: TriangleAlert, tone: 'border-danger-line bg-danger-wash text-danger-ink' },
  task_due: { icon: CalendarCheck },
  lead_woke: { icon: AlarmClock },
  closed: { icon: Trophy },
}

/** What kind of news it is, at the left of its row; the words beside it say the same. */
export function NotificationIcon({ kind }: { kind: NotificationKind }) {
  const { icon: Icon, tone = 'border-line bg-sunken text-ink-soft' } = icons[kind]
  return (
    <span className={`flex size-8 shrink-0 items-center justify-center rounded-full border ${tone}`}>
      <Icon className="size-4" strokeWidth={1.9} aria-hidden="true" />
    </span>
  )
}
