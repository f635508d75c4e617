'use server'

import { safePath } from '@/lib/access/safe-path'
import { atField } from '@/lib/field-names'
import { formAction } from '@/lib/forms/form-action'
import type { FormFields } from '@/lib/forms/form-fields'
import { unlessTooLate } from '@/lib/forms/unless-too-late'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { rateHandoff } from '@/lib/handoffs/rate-handoff'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { settleRepair } from '@/lib/handoffs/settle-repair'
import { takeNextHandoff } from '@/lib/handoffs/take-next-handoff'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'

const handoffId = (fields: FormFields) => ({ handoffId: fields.text('handoffId') })

/** Where the form wants to go afterwards; the page there says how the handoff stands. */
const onwards = (_result: unknown, fields: FormFields) => ({ redirectTo: safePath(fields.text('to')) })

export const acceptAction = formAction(handoffId, (actor, input) => unlessTooLate(acceptHandoff(actor, input)), onwards)

export const withdrawAction = formAction(
  handoffId,
  (actor, input) => unlessTooLate(withdrawHandoff(actor, input)),
  onwards,
)

export const takeNextAction = formAction(
  () => ({}),
  takeNextHandoff,
  (handoff) => ({
    redirectTo: handoff ? `/sales?view=mine&lead=${handoff.leadId}&after=${handoff.id}` : '/sales',
  }),
)

export const returnAction = formAction(
  (fields) => {
    const kind = fields.text('kind')
    return {
      ...handoffId(fields),
      kind,
      reason: fields.text(`reason-${kind}`),
      note: fields.text('note'),
      wakeOn: kind === 'recycle' ? fields.text('wakeOn') : undefined,
      quality: fields.text('quality'),
    }
  },
  (actor, input) => {
    const { kind = '' } = input as { kind?: string }
    return atField(returnHandoff(actor, input), { reason: `reason-${kind}` })
  },
  onwards,
)

/** How good the lead is, said beside it. */
export const rateAction = formAction(
  (fields) => ({ ...handoffId(fields), quality: fields.text('quality') }),
  rateHandoff,
)

export const offerAction = formAction(
  (fields) => ({ leadId: fields.text('leadId'), note: fields.text('note') }),
  offerLead,
  ({ id, leadId }, fields) => ({
    redirectTo: fields.text('to') ? safePath(fields.text('to')) : `/leads/${leadId}?after=${id}`,
  }),
)

export const answerAction = formAction(
  (fields) => ({ ...handoffId(fields), answer: fields.text('answer'), note: fields.text('note') }),
  answerRepair,
  onwards,
)

export const settleAction = formAction(
  (fields) => ({ ...handoffId(fields), settlement: fields.text('settlement'), note: fields.text('note') }),
  settleRepair,
  onwards,
)
