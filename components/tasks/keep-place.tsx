'use client'

import { useEffect, useRef } from 'react'

const rowsOf = () => [...document.querySelectorAll<HTMLElement>('a[data-row]')]

/**
 * Keeps the hand in a list whose rows go once they are done: where the focus went with its row, the row that took its
 * place has it. `rows` says which there are.
 */
export function KeepPlace({ rows }: { rows: string }) {
  const place = useRef(-1)
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest('li')?.querySelector<HTMLElement>('a[data-row]') : null
      if (row) place.current = rowsOf().indexOf(row)
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  useEffect(() => {
    const { activeElement } = document
    if (place.current === -1 || (activeElement && activeElement !== document.body)) return
    const left = rowsOf()
    left[Math.min(place.current, left.length - 1)]?.focus({ preventScroll: true })
  }, [rows])
  return null
}
