import * as z from 'zod'
import { uuid } from '@/lib/fields'

export const mailIdInput = z.strictObject({ mailId: uuid })
