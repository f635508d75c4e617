'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'

/** The form that the ticks of a page belong to. */
export const pickForm = 'picked'

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[data-pick]')]
const changed = () => document.dispatchEvent(new Event('picked'))

function tick(box: HTMLInputElement, isTicked: boolean) {
  box.checked = isTicked
}

/** How many rows of the page are ticked, and of how many. */
function usePicked(): { picked: number; all: number } {
  const [state, setState] = useState({ picked: 0, all: 0 })
  useEffect(() => {
    let last: HTMLInputElement | null = null
    const count = () => {
      const rows = boxes()
      setState({ picked: rows.filter(({ checked }) => checked).length, all: rows.length })
    }
    const onClick = ({ target, shiftKey }: MouseEvent) => {
      if (!(target instanceof HTMLInputElement) || target.dataset.pick === undefined) return
      const rows = boxes()
      const [from, to] = [last ? rows.indexOf(last) : -1, rows.indexOf(target)]
      if (shiftKey && from !== -1)
        for (const box of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) tick(box, target.checked)
      last = target
      changed()
    }
    const first = requestAnimationFrame(count)
    document.addEventListener('click', onClick)
    document.addEventListener('picked', count)
    return () => {
      cancelAnimationFrame(first)
      document.removeEventListener('click', onClick)
      document.removeEventListener('picked', count)
    }
  }, [])
  return state
}

/** Ticks all rows of the page, or none. */
export function PickPage() {
  const { picked, all } = usePicked()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = picked > 0 && picked < all
  }, [picked, all])
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label="Choose all on this page"
      className="pick-box"
      checked={all > 0 && picked === all}
      onChange={({ target }) => {
        for (const row of boxes()) tick(row, target.checked)
        changed()
      }}
    />
  )
}

/**
 * What can be done with the ticked rows, at the foot of the window while there are any: a GET form, so that it works
 * before JavaScript. `all` is what to say and where to go for all that match.
 */
export function PickBar({
  action,
  noun,
  all,
  children,
}: {
  action: string
  noun: { one: string; many: string }
  all: { label: string; href: string } | null
  children: ReactNode
}) {
  const { picked, all: onPage } = usePicked()
  return (
    <form id={pickForm} action={action} className="pick-bar" aria-label={`Chosen ${noun.many}`}>
      <p role="status" className="mr-2 text-sm font-medium tabular-nums">
        {picked > 0 ? `${picked} ${picked === 1 ? noun.one : noun.many} chosen` : `Chosen ${noun.many}`}
      </p>
      {children}
      {all && picked === onPage ? (
        <a href={all.href} className="text-sm underline underline-offset-2">
          {all.label}
        </a>
      ) : null}
      <button
        type="reset"
        className="ml-auto text-sm text-ink-soft hover:text-ink max-md:min-h-10"
        onClick={() => requestAnimationFrame(changed)}
      >
        Clear
      </button>
    </form>
  )
}
