const TONES = {
  ink: 'fill-ink',
  marketing: 'fill-marketing',
  sales: 'fill-sales',
  warm: 'fill-warm',
  hot: 'fill-hot',
  good: 'fill-good',
  quiet: 'fill-line-strong',
}

/**
 * How far something is, or how large a share. `value` and `max` are counts; the label is read out, and what it means
 * stands beside it in words. `<Progress label="Recounting leads" value={1200} max={8000} />`
 */
export function Progress({
  label,
  value,
  max,
  tone = 'ink',
}: {
  label: string
  value: number
  max: number
  tone?: keyof typeof TONES
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      className="block h-1.5 w-full overflow-hidden rounded-full"
    >
      <rect width="100%" height="100%" className="fill-tick-empty" />
      <rect width={`${(share * 100).toFixed(2)}%`} height="100%" rx="3" className={TONES[tone]} />
    </svg>
  )
}
