'use client'

import { useEffect, useRef } from 'react'

/**
 * Keeps the hand in the list: when the lead that is open changes and the focus got lost with what was pressed, it goes to
 * the row that is open now.
 */
export function FollowOpenRow({ openId }: { openId: string }) {
  const before = useRef(openId)
  useEffect(() => {
    if (before.current === openId) return
    before.current = openId
    const { activeElement } = document
    if (activeElement && activeElement !== document.body && activeElement.checkVisibility()) return
    const row = document.querySelector<HTMLElement>('a[data-row][aria-current="true"]')
    row?.focus({ preventScroll: true })
    row?.closest('li')?.scrollIntoView({ block: 'nearest' })
  }, [openId])
  return null
}
