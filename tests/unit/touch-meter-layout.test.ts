import { describe, expect, test } from 'vitest'
import { layoutMeter, meterInWords, placeLabels, type MeterFacts } from '@/components/leads/touch-meter-layout'

const policy = { warmAt: 3, hotAt: 5, closeBy: 15 }
const shape = { width: 150, slot: 9, bar: 4, height: 22 }
const facts = (ticks: string, more: Partial<MeterFacts> = {}): MeterFacts => ({
  ...policy,
  ticks,
  touchCount: ticks.length,
  ...more,
})
const boxes = (path: string) => path.split('M').length - 1

describe('what the touch meter says', () => {
  test('a warm lead: the count, the balance of the teams, the stage and what is missing to hot', () => {
    expect(meterInWords(facts('MMSM'))).toBe('4 touches, 3 by Marketing, 1 by Sales; warm; 1 to hot')
  })
  test('a cold lead says what is missing to warm', () => {
    expect(meterInWords(facts('S'))).toBe('1 touch, 1 by Sales; cold; 2 to warm')
    expect(meterInWords(facts(''))).toBe('No touches; cold; 3 to warm')
  })
  test('the fifth touch is hot', () => {
    expect(meterInWords(facts('MMSMS'))).toBe('5 touches, 3 by Marketing, 2 by Sales; hot')
  })
  test('above the close-by number the lead is over-touched', () => {
    expect(meterInWords(facts('M'.repeat(16)))).toBe('16 touches, 16 by Marketing; hot; over-touched, more than 15')
  })
  test('of a history that is cut only the known part is told by team', () => {
    expect(meterInWords(facts('MMS', { touchCount: 90 }))).toContain(
      '90 touches, of the first 3 2 by Marketing, 1 by Sales',
    )
  })
  test('where Sales accepted is said', () => {
    expect(meterInWords(facts('MMM', { takenAfter: 3 }))).toContain('Sales accepted after 3')
  })
})

describe('how the touch meter is drawn', () => {
  test('one tick a touch and empty ones up to the close-by number', () => {
    const meter = layoutMeter(facts('MMSM'), shape)
    expect(boxes(meter.marketing)).toBe(3)
    expect(boxes(meter.empty)).toBe(11)
  })
  test('Sales ticks differ by shape: each has a dot', () => {
    const meter = layoutMeter(facts('MMSM'), shape)
    expect([boxes(meter.sales), meter.dots.split('M').length - 1]).toEqual([1, 1])
  })
  test('warm, hot and the passing of the baton never stand on each other', () => {
    const { marks } = layoutMeter(facts('MMMMM', { takenAfter: 5 }), shape)
    expect(marks.map(({ mark }) => mark)).toEqual(['warm', 'hot', 'taken'])
    expect(new Set(marks.map(({ x }) => x)).size).toBe(3)
  })
  test('any number of touches stays inside the width', () => {
    for (const count of [0, 1, 15, 16, 24, 60, 400]) {
      expect(
        layoutMeter(facts('M'.repeat(Math.min(count, 60)), { touchCount: count }), shape).width,
      ).toBeLessThanOrEqual(150)
    }
  })
  test('a long history stays light: neighbours of one team are one box, and what is cut is not drawn', () => {
    const { marketing, sales, empty } = layoutMeter(facts('M'.repeat(59) + 'S', { touchCount: 1200 }), shape)
    // Cut by the bars where warm, hot and over-touched begin.
    expect(boxes(marketing)).toBe(4)
    expect(boxes(sales)).toBe(1)
    expect(empty).toBe('')
  })
})

describe('labels below the meter', () => {
  const labels = [
    { text: 'cold', tone: 'cold' as const, x: 0 },
    { text: 'warm from 3', tone: 'warm' as const, x: 78 },
    { text: 'hot from 5', tone: 'hot' as const, x: 134 },
    { text: 'Sam took over', tone: 'taken' as const, x: 142 },
  ]
  test('neighbours move aside a little, else to the next row', () => {
    expect(placeLabels(labels, 400).map(({ row }) => row)).toEqual([0, 0, 0, 1])
  })
  test('none crosses the right edge', () => {
    for (const { text, x } of placeLabels(labels, 160)) expect(x + text.length * 6.3).toBeLessThanOrEqual(160)
  })
})
