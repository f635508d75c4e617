import { formatPercent } from '@/lib/format/format-number'
import type { Interval } from '@/lib/statistics/wilson'

/** A rate, and beside it how far it may be chance. */
export function RateWithInterval({ rate, interval: { low, high } }: { rate: number; interval: Interval }) {
  return (
    <>
      {formatPercent(rate)}{' '}
      <span className="text-xs text-ink-quiet">
        {formatPercent(low)} – {formatPercent(high)}
      </span>
    </>
  )
}
