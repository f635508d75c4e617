import 'server-only'
import { db } from '@/lib/db'
import type { HandoffFate, HandoffFilters } from '@/lib/handoffs/filters'
import type { Prisma } from '@/prisma/generated/client'

type Where = Prisma.HandoffWhereInput

const unanswered = { status: 'RETURNED', returnKind: 'repair', answer: null } satisfies Where

const unsettled = {
  status: 'RETURNED',
  returnKind: 'repair',
  OR: [{ answer: 'disputed' }, { answer: null, previous: { is: { returnKind: 'repair' } } }],
  lead: { is: { state: { is: { desk: 'MARKETING', outcome: 'OPEN' } } } },
} satisfies Where

const refused = { acceptedAt: null, returnedAt: { not: null } } satisfies Where

const fates: Record<HandoffFate, Where> = {
  waiting: { status: 'WAITING' },
  accepted: { acceptedAt: { not: null } },
  'answered-in-time': {
    OR: [
      { acceptedAt: { lte: db.handoff.fields.dueAt } },
      { acceptedAt: null, returnedAt: { lte: db.handoff.fields.dueAt } },
    ],
  },
  refused,
  withdrawn: { status: 'WITHDRAWN' },
}

/** The filters as a condition; a waiting handoff whose promise has passed by `now` is overdue. */
export function whereHandoffs(filters: HandoffFilters, now: Date): Where {
  const { status, kind, overdue, fate, reason, rep, offeredFrom, offeredTo, answer, toSettle } = filters
  const isOverdue = { status: 'WAITING', dueAt: { lt: now } } satisfies Where
  const conditions: Where[] = [{ revertedAt: null }]
  if (status) conditions.push({ status })
  if (kind) conditions.push({ returnKind: kind })
  if (overdue !== undefined) conditions.push(overdue ? isOverdue : { NOT: isOverdue })
  if (fate) conditions.push(fates[fate])
  if (reason) conditions.push({ returnReason: reason })
  if (rep) conditions.push({ repId: rep })
  if (offeredFrom) conditions.push({ offeredAt: { gte: offeredFrom } })
  if (offeredTo) conditions.push({ offeredAt: { lt: offeredTo } })
  if (answer === 'open') conditions.push(unanswered)
  if (answer === 'done') conditions.push({ status: 'RETURNED', NOT: unanswered })
  if (toSettle) conditions.push(unsettled)
  return { AND: conditions }
}
