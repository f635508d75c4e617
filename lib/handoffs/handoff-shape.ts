import { isReserved } from '@/lib/handoffs/reserved'
import { leadName } from '@/lib/leads/lead-shape'
import type { Prisma } from '@/prisma/generated/client'

const person = { select: { id: true, name: true } } as const

/** What a handoff's answer is made from. */
export const handoffInclude = {
  lead: {
    include: {
      company: { select: { id: true, name: true, domain: true } },
      state: { select: { stage: true, touchCount: true, ticks: true, outcome: true, lastTouchAt: true } },
    },
  },
  offeredBy: person,
  givenTo: person,
  rep: person,
  returnedBy: person,
  withdrawnBy: person,
  answeredBy: person,
  settledBy: person,
} satisfies Prisma.HandoffInclude

export type HandoffRow = Prisma.HandoffGetPayload<{ include: typeof handoffInclude }>

/** Whether it waits for Sales or is with a rep. */
export const isOpen = ({ status }: Pick<HandoffRow, 'status'>): boolean => status === 'WAITING' || status === 'ACCEPTED'

/** A waiting offer is overdue when its promise has passed. */
export const isOverdue = ({ status, dueAt }: Pick<HandoffRow, 'status' | 'dueAt'>, now: Date): boolean =>
  status === 'WAITING' && dueAt < now

/** A handoff as the API answers it and as pages read it. `note` is the last word: the return's, else the offer's. */
export function handoffShape(handoff: HandoffRow, now: Date) {
  const { lead } = handoff
  const { state } = lead
  if (!state) throw new Error(`lead ${lead.id} has no state`)
  return {
    id: handoff.id,
    leadId: handoff.leadId,
    lead: {
      id: lead.id,
      name: leadName(lead),
      title: lead.title,
      company: lead.company,
      stage: state.stage,
      touchCount: state.touchCount,
      ticks: state.ticks,
      outcome: state.outcome,
      lastTouchAt: state.lastTouchAt,
    },
    status: handoff.status,
    origin: handoff.origin,
    kind: handoff.returnKind,
    reason: handoff.returnReason,
    note: handoff.returnNote ?? handoff.offerNote,
    offerNote: handoff.offerNote,
    offeredAt: handoff.offeredAt,
    offeredBy: handoff.offeredBy,
    offerTouchCount: handoff.offerTouchCount,
    dueAt: handoff.dueAt,
    touchDueAt: handoff.touchDueAt,
    answerDueAt: handoff.answerDueAt,
    overdue: isOverdue(handoff, now),
    /** The rep to whom the offer was given, and whether it still waits for them alone. */
    givenTo: handoff.givenTo,
    reserved: isReserved(handoff, now),
    /** How many more urgent offers waited when it was chosen; null where it was no choice of the rep. */
    passedOver: handoff.passedOver,
    acceptedAt: handoff.acceptedAt,
    returnedAt: handoff.returnedAt,
    returnedBy: handoff.returnedBy,
    withdrawnAt: handoff.withdrawnAt,
    withdrawnBy: handoff.withdrawnBy,
    closedAt: handoff.closedAt,
    wakeOn: handoff.wakeOn && handoff.wakeOn.toISOString().slice(0, 10),
    rep: handoff.rep,
    quality: handoff.quality,
    answer: handoff.answer,
    answerNote: handoff.answerNote,
    answeredAt: handoff.answeredAt,
    answeredBy: handoff.answeredBy,
    settlement: handoff.settlement,
    previousId: handoff.previousId,
  }
}

export type HandoffShape = ReturnType<typeof handoffShape>
