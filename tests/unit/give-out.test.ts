import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { giveOut, type Taker } from '@/lib/handoffs/give-out'

const taker = (id: string, load = 0, room = Infinity): Taker => ({ id, load, room })
const offers = (count: number, passedOver: string[] = []) =>
  Array.from({ length: count }, (_, n) => ({ id: `offer ${n}`, passedOver: new Set(passedOver) }))
const inTurn = (count: number, takers: Taker[], lastId: string | null = null, passedOver: string[] = []) => {
  const { given, lastId: last } = giveOut(offers(count, passedOver), takers, { rule: 'round_robin', lastId })
  return { to: [...given.values()].join(''), last }
}
const byLoad = (count: number, takers: Taker[], lastId: string | null = null) =>
  [...giveOut(offers(count), takers, { rule: 'least_loaded', lastId }).given.values()].join('')

describe('each rep in turn', () => {
  test('goes on after who was given the last one, also when they are gone', () => {
    const all = [taker('a'), taker('b'), taker('d')]
    expect(inTurn(5, all)).toEqual({ to: 'abdab', last: 'b' })
    expect(inTurn(2, all, 'b')).toEqual({ to: 'da', last: 'a' })
    expect(inTurn(2, all, 'c')).toEqual({ to: 'da', last: 'a' })
  })

  test('passes over who has as many as one may, and who sent the lead back lately', () => {
    expect(inTurn(4, [taker('a', 4, 1), taker('b')]).to).toBe('abbb')
    expect(inTurn(2, [taker('a'), taker('b')], null, ['a']).to).toBe('bb')
    expect(inTurn(3, [taker('a', 0, 1), taker('b', 0, 0)]).to).toBe('a')
    expect(inTurn(3, [])).toEqual({ to: '', last: null })
  })
})

test('who has the fewest is next, of equals the next in turn', () => {
  expect(byLoad(4, [taker('a', 2), taker('b', 0), taker('c', 1)])).toBe('bcbc')
  expect(byLoad(3, [taker('a'), taker('b'), taker('c')], 'a')).toBe('bca')
})

test('a repaired lead goes back to who sent it, and costs nobody their turn', () => {
  const [first, second] = offers(2)
  if (!first || !second) throw new Error('no offers')
  const { given } = giveOut([{ ...first, backTo: 'b' }, second], [taker('a'), taker('b')], {
    rule: 'round_robin',
    lastId: null,
  })
  expect([...given.values()]).toEqual(['b', 'a'])
})

test('however many and whoever is there: shares differ by one at most, no room is overdrawn, none waits while there is room', () => {
  const anyTakers = fc.array(fc.record({ load: fc.nat({ max: 9 }), room: fc.nat({ max: 9 }) }), { maxLength: 6 })
  const rule = fc.constantFrom('round_robin' as const, 'least_loaded' as const)
  fc.assert(
    fc.property(anyTakers, fc.nat({ max: 40 }), rule, (desks, count, by) => {
      const takers = desks.map(({ load, room }, n) => taker(`rep ${n}`, load, room))
      const { given } = giveOut(offers(count), takers, { rule: by, lastId: null })
      const shares = new Map(takers.map(({ id }) => [id, 0]))
      for (const id of given.values()) shares.set(id, (shares.get(id) ?? 0) + 1)
      const shareOf = ({ id }: Taker) => shares.get(id) ?? 0
      expect(given.size).toBe(
        Math.min(
          count,
          takers.reduce((sum, { room }) => sum + room, 0),
        ),
      )
      const measured = (of: Taker) => shareOf(of) + (by === 'least_loaded' ? of.load : 0)
      for (const one of takers) {
        expect(shareOf(one)).toBeLessThanOrEqual(one.room)
        for (const other of takers)
          if (shareOf(other) > 0 && shareOf(one) < one.room)
            expect(measured(other) - measured(one)).toBeLessThanOrEqual(1)
      }
    }),
  )
})
