import { CircleCheck, Hourglass, TrendingDown, TrendingUp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from '@/components/ui/badge'
import type { Verdict } from '@/lib/reports/alignment/alignment'

export const verdictTones: Record<Verdict, { tone: Tone; icon: ReactNode }> = {
  outruns: { tone: 'marketing', icon: <TrendingUp /> },
  starves: { tone: 'sales', icon: <TrendingDown /> },
  lags: { tone: 'warm', icon: <Hourglass /> },
  fine: { tone: 'good', icon: <CircleCheck /> },
}
