import * as z from 'zod'
import { uuid } from '@/lib/fields'

export const dismissDuplicateInput = z
  .strictObject({ leadId: uuid, otherId: uuid })
  .refine(({ leadId, otherId }) => leadId !== otherId, { path: ['otherId'], message: 'Choose two different leads.' })
