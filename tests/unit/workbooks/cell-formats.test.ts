import { expect, test } from 'vitest'
import { builtInFormat, formatOfCode, plainNumber, serialInWords } from '@/lib/workbooks/cell-formats'

test('a format says whether a number is a day, a moment, a time or a number', () => {
  const meant = {
    'dd/mm/yyyy': 'day',
    'd. mmmm yyyy': 'day',
    'mmm-yy': 'day',
    'yyyy\\-mm\\-dd\\ hh:mm:ss': 'moment',
    '[$-409]m/d/yy h:mm AM/PM;@': 'moment',
    'hh:mm': 'time',
    '[h]:mm': 'time',
    'mm:ss.0': 'time',
    '0.00': 'number',
    '#,##0 "days"': 'number',
    '[Red]-0.00;0.00': 'number',
    General: 'number',
    '@': 'number',
  }
  expect(Object.fromEntries(Object.keys(meant).map((code) => [code, formatOfCode(code)]))).toEqual(meant)
  expect([14, 22, 20, 0, 49].map(builtInFormat)).toEqual(['day', 'moment', 'time', 'number', 'number'])
})

test('days are counted as Excel counts them, its 29 February 1900 among them', () => {
  expect(serialInWords(1, 'day')).toBe('1900-01-01')
  expect(serialInWords(59, 'day')).toBe('1900-02-28')
  expect(serialInWords(61, 'day')).toBe('1900-03-01')
  expect(serialInWords(46082, 'moment')).toBe('2026-03-01')
  expect(serialInWords(46082.586805555555, 'moment')).toBe('2026-03-01 14:05:00')
  expect(serialInWords(0.5, 'time')).toBe('12:00:00')
  expect(serialInWords(44620, 'day', true)).toBe('2026-03-01')
  expect(serialInWords(-3, 'day')).toBe('-3')
  expect(serialInWords(1e9, 'day')).toBe('1000000000')
})

test('numbers are written plainly', () => {
  expect(['12345678901234567890', '0.30000000000000004', '1.5E+3', '1E-7', '86000.5'].map(plainNumber)).toEqual([
    '12345678901234567890',
    '0.3',
    '1500',
    '0.0000001',
    '86000.5',
  ])
})
