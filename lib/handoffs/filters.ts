import type * as z from 'zod'
import { oneOf } from '@/lib/fields'
import { returnKinds } from '@/lib/handoffs/reasons'
import type { Prisma } from '@/prisma/generated/client'
import { HandoffStatus } from '@/prisma/generated/enums'

/**
 * What handoffs can be filtered by, as query parameters. `answer` tells the returns apart: a repair that Marketing has
 * not answered is `open`; `done` are the repairs that are answered and the returns that need no answer.
 */
export const handoffFilters = {
  status: oneOf(Object.values(HandoffStatus)).optional(),
  kind: oneOf(returnKinds).optional(),
  overdue: oneOf(['true', 'false'])
    .transform((word) => word === 'true')
    .optional(),
}

export type HandoffFilters = z.output<z.ZodObject<typeof handoffFilters>> & {
  answer?: 'open' | 'done'
  /** Repairs that a manager looks at: disputed ones, and second ones of a lead, while it is open and with Marketing. */
  toSettle?: true
}

const unanswered = { status: 'RETURNED', returnKind: 'repair', answer: null } satisfies Prisma.HandoffWhereInput

const unsettled = {
  status: 'RETURNED',
  returnKind: 'repair',
  OR: [{ answer: 'disputed' }, { answer: null, previous: { is: { returnKind: 'repair' } } }],
  lead: { is: { state: { is: { desk: 'MARKETING', outcome: 'OPEN' } } } },
} satisfies Prisma.HandoffWhereInput

/** The filters as a condition; a waiting handoff whose promise has passed by `now` is overdue. */
export function whereHandoffs(
  { status, kind, overdue, answer, toSettle }: HandoffFilters,
  now: Date,
): Prisma.HandoffWhereInput {
  const isOverdue = { status: 'WAITING', dueAt: { lt: now } } satisfies Prisma.HandoffWhereInput
  const conditions: Prisma.HandoffWhereInput[] = []
  if (status) conditions.push({ status })
  if (kind) conditions.push({ returnKind: kind })
  if (overdue !== undefined) conditions.push(overdue ? isOverdue : { NOT: isOverdue })
  if (answer === 'open') conditions.push(unanswered)
  if (answer === 'done') conditions.push({ status: 'RETURNED', NOT: unanswered })
  if (toSettle) conditions.push(unsettled)
  return { AND: conditions }
}
