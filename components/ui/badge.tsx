import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'cold' | 'warm' | 'hot' | 'good' | 'danger' | 'marketing' | 'sales'

const TONES: Record<Tone, string> = {
  neutral: 'border-line bg-sunken text-ink-soft',
  cold: 'border-cold-line bg-cold-wash text-cold-ink',
  warm: 'border-warm-line bg-warm-wash text-warm-ink',
  hot: 'border-hot-line bg-hot-wash text-hot-ink',
  good: 'border-good-line bg-good-wash text-good-ink',
  danger: 'border-danger-line bg-danger-wash text-danger-ink',
  marketing: 'border-marketing/25 bg-marketing-wash text-marketing-ink',
  sales: 'border-sales/25 bg-sales-wash text-sales-ink',
}

/** A word in a pill, with an icon when colour would else carry the meaning. `<Badge tone="good" icon={<Trophy />}>Won</Badge>` */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`badge ${TONES[tone]}`}>
      {icon}
      {children}
    </span>
  )
}
