import { formatCount, formatMoney, formatPercent } from '@/lib/format/format-number'

/** A whole number: "8,000". */
export function Count({ value }: { value: number }) {
  return <span className="tabular-nums">{formatCount(value)}</span>
}

/** A share from 0 to 1: "4.5%"; "–" without a base. `of` tells the base on hover. */
export function Percent({ value, of }: { value: number | null; of?: string }) {
  return (
    <span className="tabular-nums" title={of}>
      {formatPercent(value)}
    </span>
  )
}

/** An amount in an ISO currency: "€86,000". Nothing known: "–". */
export function Money({ amount, currency }: { amount: number | null; currency: string }) {
  return <span className="tabular-nums">{amount === null ? '–' : formatMoney(amount, currency)}</span>
}
