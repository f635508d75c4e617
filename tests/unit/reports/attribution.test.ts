import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attribute,
  attributionModels,
  type TouchesOfWins,
  type WinsTouched,
} from '@/lib/reports/attribution/attribution'

type Path = string[]

/** The lists and the untouched, counted plainly from the path of each win. */
function listsOf(paths: Path[]): [TouchesOfWins<string>[], WinsTouched<string>[], number] {
  const touchesOfWins = paths.flatMap((path) =>
    [...new Set(path)].map((name) => ({
      touches: path.length,
      name,
      own: path.filter((each) => each === name).length,
      first: path[0] === name ? 1 : 0,
      last: path.at(-1) === name ? 1 : 0,
    })),
  )
  const winsTouched = paths.flatMap((path) => {
    const names = [...new Set(path)]
    return names.map((name) => ({ name, names: names.length, wins: 1 }))
  })
  return [touchesOfWins, winsTouched, paths.filter((path) => path.length === 0).length]
}

const creditsOf = (paths: Path[]) =>
  new Map(attribute(...listsOf(paths)).map(({ name, ...credits }) => [name, credits] as const))

const ordersOf = (names: string[]): string[][] =>
  names.length === 0
    ? [[]]
    : names.flatMap((name) => ordersOf(names.filter((other) => other !== name)).map((rest) => [name, ...rest]))

const channels = ['content', 'demo', 'email', 'meeting', 'referral', 'webinar']
const orders = ordersOf(channels)
const anyPath = fc.array(fc.constantFrom(...channels), { maxLength: 12 })

/** The Shapley value by its definition: what a player adds to those before it, averaged over all orders. */
function shapleyByOrders(player: string, worth: (coalition: string[]) => number): number {
  const added = orders.map((order) => {
    const before = order.slice(0, order.indexOf(player))
    return worth([...before, player]) - worth(before)
  })
  return added.reduce((sum, each) => sum + each, 0) / orders.length
}

describe('a win is shared', () => {
  test('by the place of each touch', () => {
    const credits = creditsOf([['webinar', 'email', 'email', 'content', 'demo', 'demo', 'meeting']])
    const column = (model: (typeof attributionModels)[number]) =>
      channels.map((name) => credits.get(name)?.[model] ?? 0)
    expect(column('first')).toEqual([0, 0, 0, 0, 0, 100])
    expect(column('last')).toEqual([0, 0, 0, 100, 0, 0])
    // A seventh is 14.28…: the two that are left over go to the largest remainders, which two sevenths (28.57…) have.
    expect(column('linear')).toEqual([14, 29, 29, 14, 0, 14])
    expect(column('position')).toEqual([4, 8, 8, 40, 0, 40])
    expect(column('shapley')).toEqual([20, 20, 20, 20, 0, 20])
  })

  test('in halves where there were two touches by position, and whole where there was one', () => {
    expect(creditsOf([['email', 'demo']]).get('email')?.position).toBe(50)
    expect(creditsOf([['email', 'email']]).get('email')?.position).toBe(100)
    expect(creditsOf([['email']]).get('email')?.position).toBe(100)
  })

  test('without a touch in a row of its own, that no channel gains from', () => {
    const rows = attribute(...listsOf([[], [], ['email']]))
    expect(rows).toEqual([
      { name: 'email', first: 100, last: 100, linear: 100, position: 100, shapley: 100 },
      { name: null, first: 200, last: 200, linear: 200, position: 200, shapley: 200 },
    ])
    expect(attribute([], [])).toEqual([])
  })

  test('to the last hundredth by every model, whatever the paths', () => {
    fc.assert(
      fc.property(fc.array(anyPath, { maxLength: 40 }), (paths) => {
        const rows = attribute(...listsOf(paths))
        for (const model of attributionModels) {
          expect(rows.reduce((sum, row) => sum + row[model], 0)).toBe(paths.length * 100)
          expect(rows.every((row) => Number.isInteger(row[model]) && row[model] >= 0)).toBe(true)
        }
      }),
    )
  })

  test('the same in whatever order and groups the wins come', () => {
    fc.assert(
      fc.property(fc.array(anyPath, { maxLength: 20 }), (paths) => {
        const [touches, sets, untouched] = listsOf(paths)
        const doubled = attribute([...touches, ...touches], [...sets, ...sets], 2 * untouched)
        const grouped = attribute(
          touches.map((row) => ({ ...row, own: 2 * row.own, first: 2 * row.first, last: 2 * row.last })).reverse(),
          sets.map((row) => ({ ...row, wins: 2 * row.wins })).reverse(),
          2 * untouched,
        )
        expect(grouped).toEqual(doubled)
      }),
    )
  })

  test('only where both lists tell of the same wins', () => {
    const [touches, sets] = listsOf([['email'], ['demo']])
    expect(() => attribute(touches, sets.slice(1))).toThrow(RangeError)
  })
})

describe('the shares by sets of channels', () => {
  // The glove game: who has a left glove needs one of two with a right one. Shapley gives 2/3, 1/6 and 1/6: M. J. Osborne and
  // A. Rubinstein, "A Course in Game Theory" (1994), section 14.4. As a sum of unanimity games it is {1, 2} + {1, 3} - {1, 2, 3}.
  test('are those of the textbook', () => {
    const shapley = (sets: Path[]) => {
      const paths = sets.flatMap((names) => Array.from({ length: 6 }, () => names))
      return new Map([...creditsOf(paths)].map(([name, credits]) => [name, credits.shapley]))
    }
    const pairs = shapley([
      ['left', 'right'],
      ['left', 'other right'],
    ])
    const grand = shapley([['left', 'right', 'other right']])
    const game = ['left', 'right', 'other right'].map((name) => (pairs.get(name) ?? 0) - (grand.get(name) ?? 0))
    expect(game).toEqual([400, 100, 100])
  })

  // Sixty wins of every kind can be shared by up to six without a remainder, so the comparison is exact.
  test('are what each channel adds to those before it, averaged over all orders', () => {
    fc.assert(
      fc.property(fc.array(anyPath, { minLength: 1, maxLength: 25 }), (paths) => {
        const touched = paths.filter((path) => path.length > 0)
        const [touches, sets] = listsOf(touched)
        const worth = (coalition: string[]) =>
          touched.filter((path) => path.every((name) => coalition.includes(name))).length
        const sixty = ({ own, first, last, ...row }: (typeof touches)[number]) => ({
          ...row,
          own: 60 * own,
          first: 60 * first,
          last: 60 * last,
        })
        const rows = attribute(
          touches.map(sixty),
          sets.map((row) => ({ ...row, wins: 60 })),
        )
        for (const { name, shapley } of rows) expect(shapley / 6000).toBeCloseTo(shapleyByOrders(name ?? '', worth), 9)
      }),
      { numRuns: 10 },
    )
  })
})
