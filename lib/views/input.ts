import * as z from 'zod'
import { oneOf, text, uuid } from '@/lib/fields'

/** The lists that views can be saved of. */
export const listNames = ['leads', 'companies', 'campaigns', 'handoffs'] as const
export type ListName = (typeof listNames)[number]

const name = text(60)

/** The query of a list's address; empty: the whole list. */
const query = z.string('Give the query of the address.').max(2000, 'This view has too many filters to be saved.')

export const saveViewInput = z.strictObject({
  list: oneOf(listNames),
  name,
  query,
  isShared: z.boolean().default(false),
})

export const editViewInput = z.strictObject({
  viewId: uuid,
  name: name.optional(),
  query: query.optional(),
  isShared: z.boolean().optional(),
})

export const viewIdInput = z.strictObject({ viewId: uuid })
