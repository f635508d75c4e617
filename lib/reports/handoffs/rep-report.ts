import 'server-only'
import { db } from '@/lib/db'
import type { Books } from '@/lib/reports/books'
import type { RepFigures } from '@/lib/reports/figures'
import { repFigures } from '@/lib/reports/handoffs/rep-figures'

/** The reps of a report, those who took most first; a company has seldom more. */
const mostReps = 50

/**
 * What each rep took on of the handoffs offered in the period, how they kept the promise of the first touch, and what
 * became of it.
 */
export async function repReport(books: Books): Promise<RepFigures[]> {
  const figures = new Map(repFigures(books).map((rep) => [rep.id, rep]))
  const people = await db.person.findMany({
    where: { id: { in: [...figures.keys()] } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return people
    .flatMap(({ id, name }) => {
      const rep = figures.get(id)
      return rep ? [{ ...rep, name }] : []
    })
    .toSorted((a, b) => b.accepted - a.accepted || b.won - a.won)
    .slice(0, mostReps)
}
