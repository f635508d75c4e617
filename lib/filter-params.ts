import type * as z from 'zod'
import { type PageParams, paramOf } from '@/lib/page-params'

/** The filters of an address as a list reads them, the same as they were written, and the names that say nothing. */
type FiltersInAddress<Fields extends z.ZodRawShape> = {
  filters: Partial<z.output<z.ZodObject<Fields>>>
  written: Partial<Record<keyof Fields, string>>
  odd: string[]
}

/**
 * Reads the filters of a page's address. One that can't be read is left out and named in `odd`, so that a mistyped
 * link still shows a list, and says what it does not show.
 */
export function filtersOf<Fields extends Record<string, z.ZodType>>(
  params: PageParams,
  fields: Fields,
): FiltersInAddress<Fields> {
  const found: FiltersInAddress<Fields> = { filters: {}, written: {}, odd: [] }
  for (const [name, field] of Object.entries(fields)) {
    const value = paramOf(params, name)?.trim()
    if (!value) continue
    const read = field.safeParse(value)
    if (!read.success) {
      found.odd.push(name)
      continue
    }
    Object.assign(found.filters, { [name]: read.data })
    Object.assign(found.written, { [name]: value })
  }
  return found
}
