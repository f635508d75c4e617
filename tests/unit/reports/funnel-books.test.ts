import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { funnelBooks, type LeadsAlike } from '@/lib/reports/cohort/funnel-books'

const lead = (facts: Partial<LeadsAlike> = {}): LeadsAlike => ({
  isWarmed: false,
  isAccepted: false,
  isHeated: false,
  isWon: false,
  isLost: false,
  isRecycled: false,
  leads: 1,
  ...facts,
})

const anyCohort = fc.array(
  fc
    .record({
      isWarmed: fc.boolean(),
      isAccepted: fc.boolean(),
      isHeated: fc.boolean(),
      end: fc.constantFrom('won', 'lost', 'recycled', 'open'),
      leads: fc.nat(1000),
    })
    .map(({ end, ...facts }) =>
      lead({ ...facts, isWon: end === 'won', isLost: end === 'lost', isRecycled: end === 'recycled' }),
    ),
)

describe('the funnel', () => {
  test('closes its books at every step, whatever the leads', () => {
    fc.assert(
      fc.property(anyCohort, (cohort) => {
        const steps = funnelBooks(cohort)
        expect(steps[0]?.entered).toBe(cohort.reduce((sum, { leads }) => sum + leads, 0))
        steps.forEach((step, index) => {
          expect(step.entered).toBe(step.advanced + step.lost + step.recycled + step.stillHere)
          expect(step.entered).toBe(step.reached + step.skipped)
          expect(step.advanced).toBe(steps[index + 1]?.entered ?? 0)
          for (const number of [step.entered, step.reached, step.skipped, step.lost, step.recycled, step.stillHere])
            expect(number).toBeGreaterThanOrEqual(0)
          if (step.rate !== null) expect(step.rate).toBeLessThanOrEqual(1)
          if (step.rate !== null) expect(step.rate).toBeGreaterThanOrEqual(0)
        })
        const won = steps[4]
        expect(won).toMatchObject({ stillHere: won?.entered, lost: 0, recycled: 0, skipped: 0 })
      }),
    )
  })

  test('counts a win without a single handoff as a win that skipped the steps between', () => {
    const steps = funnelBooks([lead({ isWon: true })])
    expect(steps.map(({ entered }) => entered)).toEqual([1, 1, 1, 1, 1])
    expect(steps.map(({ skipped }) => skipped)).toEqual([0, 1, 1, 1, 0])
    expect(steps.map(({ rate }) => rate)).toEqual([null, 1, 1, 1, 1])
  })

  test('keeps a lost lead in its cohort, at the furthest step that it reached', () => {
    const steps = funnelBooks([
      lead({ isWarmed: true, isAccepted: true, isLost: true }),
      lead({ isRecycled: true, isWarmed: true }),
    ])
    expect(steps.map(({ lost }) => lost)).toEqual([0, 0, 1, 0, 0])
    expect(steps.map(({ recycled }) => recycled)).toEqual([0, 1, 0, 0, 0])
    expect(steps.map(({ rate }) => rate)).toEqual([null, 1, 0.5, 0, null])
  })
})
