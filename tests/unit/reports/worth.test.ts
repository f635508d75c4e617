import { describe, expect, test } from 'vitest'
import type { Approach, ApproachGroup } from '@/lib/reports/worth/approach'
import { approachGroups } from '@/lib/reports/worth/approach'
import { type Worth, worthOf, type WorthSums } from '@/lib/reports/worth/worth-figures'
import { claimsOf } from '@/lib/reports/worth/worth-words'

/** So many leads, each of the won ones with so many touches of Sales, the others with half of it. */
function sums(approach: Approach, leads: number, wins: number, touches: number): WorthSums {
  const lost = leads - wins
  return {
    approach,
    leads,
    wins,
    salesTouches: wins * touches + (lost * touches) / 2,
    salesTouchesSquared: wins * touches ** 2 + lost * (touches / 2) ** 2,
    salesTouchesOfWins: wins * touches,
    valued: 0,
    value: 0,
    valueSquared: 0,
    otherCurrency: 0,
  }
}

const groupsOf = (...all: WorthSums[]) =>
  Object.fromEntries(approachGroups.map((group) => [group, worthOf(group, all, [])])) as Record<ApproachGroup, Worth>

const findings = (...all: WorthSums[]) => claimsOf(groupsOf(...all)).map(({ finding }) => finding)
const words = (...all: WorthSums[]) => claimsOf(groupsOf(...all)).map((claim) => claim.words)

describe('what Marketing is worth to Sales', () => {
  test('leads approached cold are those after some Marketing and those after none', () => {
    const { cold, some } = groupsOf(sums('some', 200, 30, 4), sums('alone', 100, 10, 4))
    expect(cold).toMatchObject({ leads: 300, wins: 40, winRate: { share: 40 / 300 } })
    expect(some).toMatchObject({ leads: 200, wins: 30 })
  })

  test('of fewer than 20 leads no share is given, of fewer than 20 wins neither touches nor days nor value', () => {
    const { warmed, never } = groupsOf(sums('warmed', 400, 19, 4), sums('never', 19, 2, 0))
    expect(warmed).toMatchObject({
      winRate: { share: 19 / 400 },
      salesTouchesPerWin: null,
      daysToWin: null,
      value: null,
    })
    expect(never.winRate).toBeNull()
  })

  test('days are those of the wins at the median, value the mean of one currency', () => {
    const worth = worthOf(
      'warmed',
      [{ ...sums('warmed', 50, 25, 4), valued: 20, value: 2000, valueSquared: 205_000, otherCurrency: 5 }],
      [
        { approach: 'warmed', days: 10, wins: 12 },
        { approach: 'warmed', days: 30, wins: 13 },
        { approach: 'alone', days: 1, wins: 90 },
      ],
    )
    expect(worth.daysToWin).toMatchObject({ value: 30 })
    expect(worth.value).toMatchObject({ ratio: 100 })
    expect(worth).toMatchObject({ valued: 20, otherCurrency: 5 })
  })
})

describe('the claims', () => {
  const warmed = sums('warmed', 400, 100, 4)

  test('hold where the intervals lie apart', () => {
    const without = [warmed, sums('alone', 600, 40, 8), sums('never', 500, 0, 0)]
    expect(findings(...without)).toEqual(['holds', 'holds'])
    expect(words(...without)[0]).toMatch(
      /^This holds here\. It took 64\.0 touches of Sales for a win where it approached/,
    )
    expect(words(...without)[1]).toMatch(/nothing so far\. 0 of 500 leads .* \(0%, 0% to 0\.8%\)/)
  })

  test('can come out the other way round', () => {
    expect(findings(warmed, sums('alone', 300, 200, 3), sums('never', 300, 200, 0))).toEqual(['contrary', 'contrary'])
  })

  test('are not shown where the intervals overlap', () => {
    expect(findings(warmed, sums('alone', 390, 98, 4), sums('never', 400, 96, 0))).toEqual(['not-shown', 'not-shown'])
  })

  test('are left open where there is too little', () => {
    expect(findings(warmed, sums('alone', 300, 19, 4), sums('never', 19, 0, 0))).toEqual(['too-few', 'too-few'])
    expect(words()[0]).toMatch(/^Too few to tell: 0 wins/)
  })
})
