import { expect } from 'vitest'
import type { ChangeCell } from '@/lib/reports/changes/what-changed'
import type { WhatChangedReport } from '@/lib/reports/changes/what-changed-report'
import { type Came, countCame, type Counted, type Edges } from '@/tests/integration/reports/independent-changes'
import { questionsFromRows } from '@/tests/integration/reports/independent-findings'

/** What the cells say of a period, with the keys of countCame. */
export function countCells(cells: ChangeCell[], period: 'before' | 'now'): Counted {
  const counted: Counted = {}
  for (const { step, did, [period]: count, source, channel, owner, rep } of cells) {
    if (count === 0) continue
    const values = Object.entries({ source, channel, owner, rep }).filter(([, value]) => value !== null)
    for (const key of [step, ...values.map(([name, value]) => `${step} ${name} ${value}`)]) {
      const cell = (counted[key] ??= { did: 0, of: 0 })
      cell.of += count
      if (did) cell.did += count
    }
  }
  return counted
}

type Said = { cells: ChangeCell[]; changed: WhatChangedReport | null }

/**
 * The cells count what came to each step; each finding is the one least due to chance of what the ones before it leave,
 * and after the last there is none.
 */
export function sameChanges({ cells, changed }: Said, came: Came[], periods: Record<'before' | 'now', Edges>) {
  for (const period of ['before', 'now'] as const)
    expect(countCells(cells, period)).toEqual(countCame(came, periods[period]))
  if (!changed) throw new Error('these two periods can be compared')

  const wins = (edges: Edges) => countCame(came, edges).won?.did ?? 0
  const won = { before: wins(periods.before), now: wins(periods.now) }
  expect(changed.won).toMatchObject(won)
  let left = came
  const ask = () => questionsFromRows(left, periods.before, periods.now)
  expect(changed.questions).toBe(won.before === won.now ? 0 : ask().length)
  const direction = Math.sign(won.now - won.before)
  const nextOnes = () => {
    const questions = ask()
    const beyondChance = questions.filter(
      ({ rise, chance }) => direction !== 0 && rise === direction && chance * questions.length < 0.05,
    )
    // Two may be as unlikely but for rounding.
    const least = Math.min(...beyondChance.map(({ chance }) => chance)) * (1 + 1e-6)
    return beyondChance.filter(({ chance }) => chance <= least)
  }
  for (const { part, at, chance, steps } of changed.findings) {
    const { dimension, key } = part.dimension === null ? { dimension: 'all' as const, key: '' } : part
    const found = nextOnes().find((one) => one.dimension === dimension && one.key === key && one.step === at)
    expect(found?.chance, `${dimension} ${key} ${at}`).toBeCloseTo(chance, 9)
    const shown = steps.find(({ step }) => step === at)
    expect([shown?.before, shown?.now]).toEqual([found?.before, found?.now])
    left = left.filter((one) => (dimension === 'all' ? one.step !== at : one[dimension] !== key))
  }
  if (changed.findings.length < 3) expect(nextOnes()).toEqual([])
}
