import * as z from 'zod'
import { isLeadColumn } from '@/lib/exports/lead-columns'

/** What an export takes besides the filters of its list. */
export const exportParameters = {
  /** 1: every text as it is, for a move to another system. */
  raw: z.enum(['0', '1'], 'Write 1 for texts as they are, or leave it out.').optional(),
}

/** Columns of a list of leads, or of the file, apart by commas. */
export const columnsParameter = {
  columns: z
    .string()
    .max(1000, 'Use at most 1000 characters.')
    .transform((names) => names.split(',').map((name) => name.trim()))
    .refine((names) => names.every(isLeadColumn), 'Name columns of the list of leads, apart by commas.')
    .optional(),
}
