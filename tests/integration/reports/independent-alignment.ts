type Week = { made: number; offered: number; taken: number; overdue: number }

/** How the teams went together, week by week, judged a second way from the weeks' counts, sharing nothing with lib. */
export function alignmentFromWeeks(weeks: Week[]) {
  return weeks.map((week, index) => {
    const last = (count: number) => weeks.filter((_, other) => other <= index && other > index - count)
    const mean = (of: (week: Week) => number) => last(4).reduce((sum, one) => sum + of(one), 0) / last(4).length
    const known = last(26)
    const isKnown = known.length >= 8 && known.reduce((sum, { taken }) => sum + taken, 0) >= 20
    // The least that was enough for three of four weeks.
    const enough = known
      .map(({ taken }) => taken)
      .filter((much) => known.filter(({ taken }) => taken <= much).length * 4 >= known.length * 3)
    const capacity = isKnown ? Math.min(...enough) : null
    const offeredAWeek = mean(({ offered }) => offered)
    const verdict = () => {
      if (capacity === null) return null
      if (week.overdue * 5 > capacity) return offeredAWeek > capacity ? 'outruns' : 'lags'
      const atMost = (Math.sqrt(offeredAWeek * 4) + 1.959963984540054 / 2) ** 2 / 4
      return atMost < capacity ? 'starves' : 'fine'
    }
    return {
      ...week,
      madeAWeek: mean(({ made }) => made),
      offeredAWeek,
      takenAWeek: mean(({ taken }) => taken),
      capacity,
      verdict: verdict(),
    }
  })
}
