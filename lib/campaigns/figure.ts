/**
 * What touches brought about, in distinct leads: of a campaign, or of a channel in a period. What counts a figure
 * (lib/campaigns/count-figures.ts) and what lists its leads, in SQL (figures-sql.ts) and in memory (`broughtInto` of
 * lib/leads/in-facts), go by one rule.
 */
export const figures = ['reach', 'engaged', 'warmed', 'accepted', 'hot', 'won'] as const
export type Figure = (typeof figures)[number]

/** Each figure, and the touches that it comes from. Voided touches and deleted leads are in none. */
export type Figures = Record<Figure, number> & { touches: number }

export const noFigures: Figures = { touches: 0, reach: 0, engaged: 0, warmed: 0, accepted: 0, hot: 0, won: 0 }

export const figureLabels: Record<Figure, string> = {
  reach: 'Reached',
  engaged: 'Responded',
  warmed: 'Warmed',
  accepted: 'Accepted',
  hot: 'Made hot',
  won: 'Won',
}

/** What each figure counts, of `touch`: "a touch of the campaign". */
export const figureDefinitions = (touch: string): Record<Figure, string> => ({
  reach: `leads with ${touch}`,
  engaged: 'of them, leads that responded to one',
  warmed: `leads whose first warm milestone is ${touch}`,
  accepted: `of the reached leads, those that Sales accepted for the first time after ${touch}`,
  hot: `leads whose first hot milestone is ${touch}`,
  won: 'of the reached leads, those that are won, whatever else touched them',
})

/** The share of the reached leads, 0 to 1; null where none is reached. */
export const shareOfReach = (result: Figures, figure: Figure): number | null =>
  result.reach > 0 ? result[figure] / result.reach : null

/** Touches per reached lead; null where none is reached. */
export const frequency = ({ touches, reach }: Figures): number | null => (reach > 0 ? touches / reach : null)

/** What one lead of each figure costs of a budget, to the cent; null without a budget or without a lead. */
export const costPerLead = (budget: number | null, result: Figures): Record<Figure, number | null> =>
  Object.fromEntries(
    figures.map((figure) => [
      figure,
      budget === null || result[figure] === 0 ? null : Math.round((budget / result[figure]) * 100) / 100,
    ]),
  ) as Record<Figure, number | null>
