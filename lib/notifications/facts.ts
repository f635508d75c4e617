import type { Outcome, PromiseKind, Reason, Settlement } from '@/prisma/generated/enums'

/** What is told of each kind besides who, when and of which lead: the facts as they were said at the time. */
export type NotificationFacts = {
  hot_waiting: Record<string, never>
  offer_given: { isHot: boolean }
  lead_given: { as: 'owner' | 'rep' }
  accepted: Record<string, never>
  repair: { reason: Reason; note?: string }
  sent_back: { kind: 'recycle' | 'disqualify'; reason: Reason; note?: string }
  to_settle: { why: 'disputed' | 'again'; note?: string }
  settled: { settlement: Settlement; note?: string }
  promise_broken: { promise: PromiseKind; dueAt: string }
  escalated: { promise: PromiseKind; dueAt: string }
  task_due: { what: string }
  lead_woke: { why: 'day' | 'response' }
  closed: { outcome: Outcome; reason?: Reason }
}
