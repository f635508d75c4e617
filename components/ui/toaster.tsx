'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useState } from 'react'
import { onNotify, type Notification } from './toast'

const Shelf = lazy(() => import('./toast-shelf'))

/** Where notifications appear; once in the shell. What draws them is loaded with the first one. */
export function Toaster() {
  const [waiting, setWaiting] = useState<Notification[]>([])
  const router = useRouter()
  useEffect(() => onNotify((notification) => setWaiting((before) => [...before, notification])), [])
  if (waiting.length === 0) return null
  return (
    <Suspense>
      <Shelf notifications={waiting} onUndone={() => router.refresh()} />
    </Suspense>
  )
}
