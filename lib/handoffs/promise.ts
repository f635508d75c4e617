import { dueAfter, type WorkingHours } from '@/lib/handoffs/business-clock'
import type { PromiseKind, Stage } from '@/prisma/generated/enums'

/**
 * What the teams promise each other, in minutes of working time: Sales accepts or returns an offered lead (a hot one
 * sooner) and touches one that it accepted; Marketing answers a repair. New rules hold for promises made from then on.
 */
export type PromiseRules = {
  hours: WorkingHours
  acceptWithinMinutes: number
  acceptHotWithinMinutes: number
  touchWithinMinutes: number
  answerWithinMinutes: number
  /** Percent of its promises that Sales keeps, and percent of what Marketing hands over that is accepted. */
  salesTarget: number
  marketingTarget: number
}

const acceptMinutes = (stage: Stage, { acceptWithinMinutes, acceptHotWithinMinutes }: PromiseRules) =>
  stage === 'HOT' ? acceptHotWithinMinutes : acceptWithinMinutes

/** Until when an offer is to be accepted or returned. */
export const acceptDueAt = (offeredAt: Date, stage: Stage, rules: PromiseRules): Date =>
  dueAfter(offeredAt, acceptMinutes(stage, rules), rules.hours)

/** Until when an accepted lead is to be touched. */
export const touchDueAt = (acceptedAt: Date, rules: PromiseRules): Date =>
  dueAfter(acceptedAt, rules.touchWithinMinutes, rules.hours)

/** Until when a repair is to be answered. */
export const answerDueAt = (returnedAt: Date, rules: PromiseRules): Date =>
  dueAfter(returnedAt, rules.answerWithinMinutes, rules.hours)

/** When a broken promise goes to the manager: once as much working time again has passed. */
export function escalatesAt(
  { promise, dueAt, stage }: { promise: PromiseKind; dueAt: Date; stage: Stage },
  rules: PromiseRules,
): Date {
  const minutes = {
    accept: acceptMinutes(stage, rules),
    first_touch: rules.touchWithinMinutes,
    answer: rules.answerWithinMinutes,
  }
  return dueAfter(dueAt, minutes[promise], rules.hours)
}
