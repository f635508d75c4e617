import { expect } from 'vitest'
import type { everyFigure } from '@/tests/integration/reports/every-figure'
import {
  handoffsOf,
  picksFromRows,
  promisesFromRows,
  returnsFromRows,
  timesFromRows,
} from '@/tests/integration/reports/independent-handoffs'
import { pastFromRows } from '@/tests/integration/reports/independent-past'
import type { Known } from '@/tests/integration/reports/independent-teams'

type Said = Pick<Awaited<ReturnType<typeof everyFigure>>, 'promises' | 'times' | 'handoffs' | 'reps'>

/** Of the handoffs offered, and the promises due, from a moment on: the reports say what the rows say. */
export async function sameHandoffs(said: Said, leads: Known[], from: Date, now: Date) {
  const handoffs = handoffsOf(leads)
  const offered = handoffs.filter(({ offeredAt }) => offeredAt >= from)
  expect(said.promises).toEqual(expect.arrayContaining(promisesFromRows(handoffs, from, now)))
  expect(said.promises).toHaveLength(3)
  expect(said.times).toEqual(timesFromRows(offered))
  const { passedOver } = await pastFromRows()
  expect(said.handoffs.picks).toEqual(picksFromRows(offered, passedOver))
  for (const rep of said.reps) {
    const own = offered.filter(({ repId }) => repId === rep.id)
    const { picks, outOfOrder } = picksFromRows(own, passedOver)
    expect(rep).toMatchObject({ picks, outOfOrder })
  }
  const { returns } = said.handoffs
  expect(Object.fromEntries(returns.map(({ kind, reason, count }) => [`${kind} ${reason}`, count]))).toEqual(
    returnsFromRows(offered),
  )
  expect(returns.map(({ count }) => count)).toEqual(returns.map(({ count }) => count).toSorted((a, b) => b - a))
}
