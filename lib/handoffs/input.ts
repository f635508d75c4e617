import * as z from 'zod'
import { day, must, oneOf, text, uuid } from '@/lib/fields'
import { qualities } from '@/lib/handoffs/quality'
import { returnKinds, returnReasons, reasonLabels, settlements } from '@/lib/handoffs/reasons'
import type { Reason } from '@/prisma/generated/enums'

const reasons = Object.keys(reasonLabels) as Reason[]

export const offerLeadInput = z.strictObject({ leadId: uuid, note: text(5000).optional() })

export const handoffIdInput = z.strictObject({ handoffId: uuid })

export const noInput = z.strictObject({})

export const returnHandoffInput = z
  .strictObject({
    handoffId: uuid,
    kind: oneOf(returnKinds),
    reason: must('Choose a reason.', oneOf(reasons)),
    note: text(5000).optional(),
    wakeOn: day.optional(),
    quality: oneOf(qualities).optional(),
  })
  .superRefine(({ kind, reason, note, wakeOn }, context) => {
    const allowed: readonly Reason[] = returnReasons[kind]
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (!allowed.includes(reason)) refuse('reason', `A ${kind} has one of these reasons: ${allowed.join(', ')}.`)
    if (reason === 'other' && note === undefined) refuse('note', 'Say in a note what the other reason is.')
    if (wakeOn && kind !== 'recycle') refuse('wakeOn', 'Only a recycled lead wakes on a day.')
  })

export const rateHandoffInput = z.strictObject({ handoffId: uuid, quality: oneOf(qualities) })

export const settleRepairInput = z.strictObject({
  handoffId: uuid,
  settlement: must('Choose what is to be done.', oneOf(settlements)),
  note: text(5000).optional(),
})

export const answerRepairInput = z
  .strictObject({ handoffId: uuid, answer: oneOf(['fixed', 'disputed']), note: text(5000).optional() })
  .refine(({ answer, note }) => answer === 'fixed' || note !== undefined, {
    path: ['note'],
    message: 'Say in a note why you see it otherwise.',
  })
