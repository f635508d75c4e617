'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { formatCount } from '@/lib/format/format-number'
import { Progress } from '../ui/progress'

const everyMs = 2000

/** How far the recount of the leads is. Looks again by itself as long as it is shown; without JavaScript, on reload. */
export function RecountProgress({ counted, total }: { counted: number; total: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router])
  return (
    <div role="status" className="rounded-lg border border-line bg-surface p-4">
      <p className="mb-2 text-sm">
        Counting the leads anew: {formatCount(counted)} of {formatCount(total)}
      </p>
      <Progress label="Leads counted anew" value={counted} max={total} />
    </div>
  )
}
