'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks for the page anew while something goes on; without JavaScript the browser does. */
export function RefreshWhile({ everyMs }: { everyMs: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router, everyMs])
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(Math.max(2, Math.round(everyMs / 1000)))} />
    </noscript>
  )
}
