import 'server-only'
import { db } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import { type Ends, readChanges } from '@/lib/reports/changes/changes'
import { whatChanged, type WhatChanged } from '@/lib/reports/changes/what-changed'

/** What changed, with the names of the people it speaks of by their ids. */
export type WhatChangedReport = WhatChanged & { names: Record<string, string> }

/** A quarter, and some days. In longer periods everything changes, and beyond chance. */
const longestMs = 100 * 24 * 3_600_000

/**
 * Why more or fewer were won in the period than in the one before it: see `whatChanged`. Null where there is no such pair,
 * or where it is longer than a quarter.
 */
export async function whatChangedReport(books: Books, before: Ends | null): Promise<WhatChangedReport | null> {
  if (!before) return null
  const lengths = { before: lengthOf(before, books.at), now: lengthOf(books.period, books.at) }
  if (Object.values(lengths).some((length) => !(length > 0 && length <= longestMs))) return null
  const report = whatChanged(readChanges(books, before), lengths)
  const ids = report.findings.flatMap(({ part }) =>
    part.dimension === 'owner' || part.dimension === 'rep' ? [part.key] : [],
  )
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return { ...report, names: Object.fromEntries(people.map(({ id, name }) => [id, name])) }
}

/** In milliseconds, up to the moment that is read; infinite without a beginning. */
function lengthOf({ from, to }: Ends, at: Date): number {
  const end = to && to < at ? to : at
  return from ? end.getTime() - from.getTime() : Infinity
}
