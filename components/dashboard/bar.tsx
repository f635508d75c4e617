const TONES = {
  new: 'fill-line-strong',
  cold: 'fill-cold',
  warm: 'fill-warm',
  neutral: 'fill-control',
  hot: 'fill-hot',
  won: 'fill-good',
  marketing: 'fill-marketing',
  sales: 'fill-sales',
} as const

export type BarTone = keyof typeof TONES

const percent = (share: number) => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`

/** A lying bar as long as its share (0 to 1) of the room. It only repeats the number beside it, so nobody reads it out. */
export function Bar({ share, tone }: { share: number; tone: BarTone }) {
  return (
    <svg aria-hidden="true" className="block h-6.5 w-full overflow-visible">
      <rect width={percent(share)} height="100%" rx="4" className={TONES[tone]} />
    </svg>
  )
}

/** A standing bar as high as its share (0 to 1) of the room. */
export function Column({ share, tone }: { share: number; tone: BarTone }) {
  return (
    <svg aria-hidden="true" className="block h-36 w-full">
      <rect y={percent(1 - share)} width="100%" height={percent(share)} rx="3" className={TONES[tone]} />
    </svg>
  )
}

/** Two shares of one whole beside each other, Marketing and Sales. */
export function BalanceBar({ marketing, sales }: { marketing: number; sales: number }) {
  const all = marketing + sales
  return (
    <svg aria-hidden="true" className="block h-5 w-full overflow-hidden rounded-md">
      <rect width={percent(marketing / all)} height="100%" className={TONES.marketing} />
      <rect x={percent(marketing / all)} width={percent(sales / all)} height="100%" className={TONES.sales} />
    </svg>
  )
}
