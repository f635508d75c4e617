import { inHundredths, type Part } from '@/lib/statistics/largest-remainder'

/** The ways to share a win among the touches before it. All of them allocate; none says what caused the win. */
export const attributionModels = ['first', 'last', 'linear', 'position', 'shapley'] as const
export type AttributionModel = (typeof attributionModels)[number]

/**
 * Of all wins with so many `touches` (at least 1) up to the win, the part of one name: how many of those touches were its
 * `own`, over all of these wins, how many wins it was the `first` of and of how many the `last`. The name is a channel's, or
 * of whatever else touches can be told apart by: a campaign, a team.
 */
export type TouchesOfWins<Name extends string> = {
  touches: number
  name: Name
  own: number
  first: number
  last: number
}

/** So many wins were touched by the name, and by `names` names altogether (at least 1). */
export type WinsTouched<Name extends string> = { name: Name; names: number; wins: number }

/** In whole hundredths of a win, so that each column adds up exactly. `name` is null for the wins without a touch. */
export type Attribution<Name extends string> = { name: Name | null } & Record<AttributionModel, number>

/**
 * Every win shared by five models side by side, a row a name, in the order of the names; the wins that are `untouched` have
 * the last row to themselves, where there are any. Of each other win
 *
 * - first, last: the first or the last touch gets all;
 * - linear: every touch gets the same;
 * - position: the first and the last get 40% each, those between share 20%; of two each gets half, a single one all;
 * - shapley: every name that touched the lead gets the same, however often and whenever it did.
 *
 * The last is the Shapley value of the game in which names together are worth the wins that they alone touched: a sum of
 * unanimity games, one a win, and in each of those the value is shared evenly. L. S. Shapley, "A value for n-person games"
 * (1953); K. Zhao, S. H. Mahboobi and S. R. Bagheri, "Shapley value methods for attribution modeling in online
 * advertising" (2018), arXiv:1804.05327.
 *
 * The two lists are the least from which all five follow, and small however many the wins. Throws RangeError when they do
 * not tell of the same wins.
 */
export function attribute<Name extends string>(
  touchesOfWins: TouchesOfWins<Name>[],
  winsTouched: WinsTouched<Name>[],
  untouched = 0,
): Attribution<Name>[] {
  const credits = {
    first: inHundredths(touchesOfWins.map(({ name, first }) => ({ name, count: first, of: 1 }))),
    last: inHundredths(touchesOfWins.map(({ name, last }) => ({ name, count: last, of: 1 }))),
    linear: inHundredths(touchesOfWins.map(({ name, own, touches }) => ({ name, count: own, of: touches }))),
    position: inHundredths(touchesOfWins.flatMap(byPosition)),
    shapley: inHundredths(winsTouched.map(({ name, names, wins }) => ({ name, count: wins, of: names }))),
  }
  assertSameWins(Object.values(credits))
  const names = [...new Set(Object.values(credits).flatMap((credit) => [...credit.keys()]))].sort()
  const rows = names.map((name) => rowOf<Name>(name, (model) => credits[model].get(name) ?? 0))
  return untouched > 0 ? [...rows, rowOf<Name>(null, () => untouched * 100)] : rows
}

const rowOf = <Name extends string>(
  name: Name | null,
  credit: (model: AttributionModel) => number,
): Attribution<Name> => ({
  name,
  first: credit('first'),
  last: credit('last'),
  linear: credit('linear'),
  position: credit('position'),
  shapley: credit('shapley'),
})

function byPosition<Name extends string>({ touches, name, own, first, last }: TouchesOfWins<Name>): Part<Name>[] {
  if (touches === 1) return [{ name, count: first, of: 1 }]
  if (touches === 2) return [{ name, count: first + last, of: 2 }]
  return [
    { name, count: 2 * (first + last), of: 5 },
    { name, count: own - first - last, of: 5 * (touches - 2) },
  ]
}

function assertSameWins(credits: Map<string, number>[]) {
  const totals = credits.map((credit) => [...credit.values()].reduce((sum, each) => sum + each, 0))
  if (new Set(totals).size > 1) throw new RangeError(`shares of different wins, in hundredths: ${totals.join(', ')}`)
}
