import type {
  Channel,
  Desk,
  LeadQuality,
  Outcome,
  PromiseKind,
  Reason,
  RepairAnswer,
  ReturnKind,
  Settlement,
  Stage,
} from '@/prisma/generated/enums'

/**
 * The lines of a lead's history, each with the facts as they were said at the time. Later changes (a voided touch, a
 * new policy) add lines; they never change one.
 */
export type ActivityFacts = {
  lead_created: { source?: string }
  lead_edited: { changes: Record<string, { from: unknown; to: unknown }> }
  lead_deleted: Record<string, never>
  touch_logged: { channel: Channel; occurredAt: string }
  touch_voided: { channel: Channel; occurredAt: string }
  stage_changed: { from: Stage; to: Stage; touchCount: number }
  /** `givenTo`: the rep whom the offer waits for. */
  lead_offered: { origin: 'automatic' | 'manual'; note?: string; givenTo?: string }
  /** What waited for one rep waits for another, or for all. */
  handoff_passed_on: { why: 'gone' | 'away'; from: string; to?: string }
  handoff_accepted: { afterMinutes: number }
  handoff_returned: { kind: ReturnKind; reason: Reason; note?: string; wakeOn?: string; rep?: string }
  /** A recycled lead is to be warmed up again: its day has come, or it responded before. */
  lead_woke: { why: 'day' | 'response' }
  handoff_withdrawn: {
    why: 'by_hand' | 'stage_fell' | 'do_not_contact' | 'lead_closed' | 'lead_deleted' | 'lead_merged' | 'assigned'
  }
  /** An accepted handoff that ended without a close of the lead. */
  handoff_ended: { why: 'lead_merged'; rep?: string }
  /** A promise of the handoff was not kept. */
  promise_broken: { promise: PromiseKind; dueAt: string }
  /** How good Sales found the lead. */
  handoff_rated: { quality: LeadQuality }
  handoff_answered: { answer: RepairAnswer; note?: string }
  /** A manager's word on a repair that was disputed, or came a second time. */
  repair_settled: { settlement: Settlement; note?: string }
  lead_closed: { outcome: Outcome; reason?: Reason; note?: string; value?: string; closedAt: string }
  lead_reopened: { from: Outcome }
  lead_assigned: { owner?: { from?: string; to?: string }; rep?: { from?: string; to?: string } }
  do_not_contact_changed: { to: boolean }
  /** `assignee` where it is for somebody else. */
  task_planned: { what: string; dueAt: string; assignee?: string }
  task_done: { what: string }
  task_reopened: { what: string }
  task_cancelled: { what: string }
  /** Told on the lead that was kept. `leftOut` are facts of either that the other's won over. */
  leads_merged: {
    mergeId: string
    goneId: string
    gone: string
    touches: number
    leftOut: Record<string, string>
    /** Where the kept lead is from then on. */
    desk: Desk
  }
  /** Told on the lead that was merged away, where it is read after an undo. */
  lead_merged_away: { mergeId: string; keptId: string; kept: string }
  merge_undone: { mergeId: string; otherId: string; other: string; desk: Desk }
}

export type ActivityType = keyof ActivityFacts

/** A line about to be written. */
export type NewActivity = {
  [Type in ActivityType]: {
    type: Type
    leadId: string
    data: ActivityFacts[Type]
    touchpointId?: string
    handoffId?: string
  }
}[ActivityType]
