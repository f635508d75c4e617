import { formatCount, formatMoney, formatPercent, formatShortMoney } from '@/lib/format/format-number'

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

/** An amount in an ISO currency: "€86,000". Nothing known: "–". `isShort` for columns: "€987.7M", in full on hover. */
export function Money({
  amount,
  currency,
  isShort = false,
}: {
  amount: number | null
  currency: string
  isShort?: boolean
}) {
  if (amount === null) return <span>–</span>
  const full = formatMoney(amount, currency)
  const shown = isShort ? formatShortMoney(amount, currency) : full
  return (
    <span className="tabular-nums" title={shown === full ? undefined : full}>
      {shown}
    </span>
  )
}
