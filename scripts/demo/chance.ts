/** Chance that comes out the same each time: the demo data is drawn from it. */
export type Chance = {
  /** A number from 0 up to 1. */
  number: () => number
  /** A whole number from `from` to `to`, both included. */
  whole: (from: number, to: number) => number
  /** Whether it happens, with this probability. */
  happens: (probability: number) => boolean
  /** One of them. */
  one: <Item>(items: readonly Item[]) => Item
}

/** Mulberry32, a small generator of 32 bits (Tommy Ettinger, 2017, public domain), from a seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed
  const number = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(number() * (to - from + 1))
  return {
    number,
    whole,
    happens: (probability) => number() < probability,
    one: (items) => {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new Error('there is nothing to choose from')
      return item
    },
  }
}
