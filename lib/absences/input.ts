import * as z from 'zod'
import { day, must, uuid } from '@/lib/fields'

/** `person` left out: oneself. Days in the company's zone, both included. */
export const sayAbsenceInput = z
  .strictObject({
    person: uuid.optional(),
    from: must('Say from which day on.', day),
    to: must('Say until which day.', day),
    substitute: uuid.nullable().default(null),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is not before the first.' })

export const absenceIdInput = z.strictObject({ absenceId: uuid })
