import type { Reason, ReturnKind, Settlement } from '@/prisma/generated/enums'

/**
 * Why Sales gives a lead back. Repair: something is missing, the stage stays. Recycle: not now, the stage starts anew.
 * Disqualify: the lead is lost, for one of the reasons that LOST always has.
 */
export const returnReasons = {
  repair: ['wrong_person', 'bad_data', 'duplicate', 'other'],
  recycle: ['no_budget', 'not_now', 'unreachable', 'other'],
  disqualify: ['no_fit', 'no_budget', 'competitor', 'no_decision', 'unreachable', 'wrong_person', 'duplicate', 'other'],
} as const satisfies Record<ReturnKind, readonly Reason[]>

export const returnKinds = ['repair', 'recycle', 'disqualify'] as const satisfies readonly ReturnKind[]

/** The reasons of LOST are those of a disqualification. */
export const lostReasons = returnReasons.disqualify

export const reasonLabels: Record<Reason, string> = {
  wrong_person: 'Wrong person',
  bad_data: 'Data is wrong',
  duplicate: 'Duplicate',
  no_budget: 'No budget',
  not_now: 'Not now',
  unreachable: 'Could not be reached',
  no_fit: 'No fit',
  competitor: 'Went to a competitor',
  no_decision: 'No decision',
  other: 'Other',
}

export const returnKindWords: Record<ReturnKind, { label: string; meaning: string }> = {
  repair: { label: 'Repair', meaning: 'Something is missing. Marketing fixes it and offers again.' },
  recycle: { label: 'Recycle', meaning: 'Not now. Marketing warms the lead up again, from cold.' },
  disqualify: { label: 'Disqualify', meaning: 'It will not become a deal. The lead is lost.' },
}

/** What a manager may decide of a repair that is disputed, or comes a second time. */
export const settlements = ['offered', 'kept'] as const satisfies readonly Settlement[]

export const settlementWords: Record<Settlement, { label: string; meaning: string }> = {
  offered: { label: 'Sales looks at it again', meaning: 'The lead is offered to Sales as it is now.' },
  kept: { label: 'Marketing keeps it', meaning: 'Marketing mends it or warms it on, and offers it when it is ready.' },
}
