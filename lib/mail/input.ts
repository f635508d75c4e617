import * as z from 'zod'
import { uuid } from '@/lib/fields'

export const weeklyChoiceInput = z.strictObject({ isWanted: z.boolean('Say true or false.') })

export const mailIdInput = z.strictObject({ mailId: uuid })
