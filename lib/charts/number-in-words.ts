import type { ChartUnit } from '@/lib/charts/chart-spec'
import { formatCount, formatPercent } from '@/lib/format/format-number'

const decimals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A number of a chart as people read it; "–" for none. */
export function numberInWords(value: number | null, unit: ChartUnit): string {
  if (value === null) return '–'
  if (unit === 'share') return formatPercent(value)
  if (unit === 'count' && Number.isInteger(value)) return formatCount(value)
  return unit === 'days' ? `${decimals.format(value)} d` : decimals.format(value)
}
