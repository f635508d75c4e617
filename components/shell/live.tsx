'use client'

import { unstable_isUnrecognizedActionError as isOfOtherBuild, useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useTransition } from 'react'
import { watchHands } from './hands'
import { liveLine } from './live-line'
import { keepRowInPlace, openRowHref } from './rows-in-place'

/** All in ms. So often it is looked whether the page is to be asked for anew. */
const lookEvery = 500
/** Between the end of one refresh and the next: many changes are no reason to ask without a pause. */
const rest = 2_000
/** After so long a refresh that has not come is given up. */
const lost = 20_000
/** Pressing hands are waited for, but no longer than this. */
const waitsForHands = 5_000
/** Times on a page ("38 min left") are never older than this; nothing is, where the server's changes are not heard. */
const oldest = 60_000
const oldestUnheard = 30_000
/** How long rows that have come slide in. */
const slides = 600

/**
 * Keeps the page true while it is looked at: asks for it anew when handoffs or tasks have changed, by anybody, and once a minute for
 * its clocks. What somebody writes or is about to press is waited for. `mark` is that of the changes the page was made with.
 */
export function Live({ mark, refresh }: { mark: string; refresh: () => Promise<void> }) {
  const router = useRouter()
  const [isRefreshing, startRefresh] = useTransition()
  const begunAt = useRef(0)
  const endedAt = useRef(0)
  const putBack = useRef(() => {})

  const ask = useEffectEvent((isHeard: boolean, onFailure: () => void) => {
    // A change of the address that the server does not answer would leave the page for the browser's own error page.
    const href = isHeard && navigator.onLine ? openRowHref() : undefined
    begunAt.current = performance.now()
    putBack.current = keepRowInPlace()
    document.documentElement.dataset.live = ''
    startRefresh(async () => {
      if (href) router.replace(href, { scroll: false })
      try {
        await refresh()
      } catch (error) {
        if (isOfOtherBuild(error)) router.refresh()
        else onFailure()
      }
    })
  })
  const mayAsk = useEffectEvent((now: number) =>
    isRefreshing ? now - begunAt.current > lost : now - endedAt.current > rest,
  )
  const firstMark = useEffectEvent(() => mark)

  useLayoutEffect(() => {
    if (isRefreshing) return
    endedAt.current = performance.now()
    putBack.current()
    putBack.current = () => {}
    const timer = setTimeout(() => delete document.documentElement.dataset.live, slides)
    return () => clearTimeout(timer)
  }, [isRefreshing])

  useEffect(() => {
    const hands = watchHands()
    let shown: string | undefined = firstMark()
    let shownAt = 0
    let behindSince: number | undefined
    const look = () => {
      // A browser has six connections to a server for all its tabs, so those that nobody sees keep none.
      if (document.hidden) return line.close()
      line.keep()
      const now = performance.now()
      const isHeard = line.isHeard()
      const isOld = now - shownAt > (isHeard ? oldest : oldestUnheard)
      if (!isOld && (!isHeard || line.mark() === shown)) return
      behindSince ??= now
      if (!mayAsk(now) || hands.areWriting()) return
      if (hands.arePressing() && now - behindSince < waitsForHands) return
      shown = line.mark()
      shownAt = now
      behindSince = undefined
      ask(isHeard, () => (shown = undefined))
    }
    const line = liveLine(look)
    const timer = setInterval(look, lookEvery)
    document.addEventListener('visibilitychange', look)
    look()
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      hands.close()
      line.close()
    }
  }, [])
  return null
}
