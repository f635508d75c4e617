'use client'

import { X } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { useRouter } from 'next/navigation'
import { useId, useLayoutEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react'

const WIDTHS = { sm: 'md:max-w-sm', md: 'md:max-w-lg', lg: 'md:max-w-2xl' }

/** The entry of this tab's history before the present one, where the browser tells. */
function previousAddress(): string | undefined {
  if (!('navigation' in window)) return undefined
  const { navigation } = window as unknown as {
    navigation: { currentEntry?: { index: number }; entries(): { url: string | null }[] }
  }
  return navigation.entries()[(navigation.currentEntry?.index ?? 0) - 1]?.url ?? undefined
}

const focusedBefore = () =>
  typeof document !== 'undefined' && document.activeElement instanceof HTMLElement ? document.activeElement : null

/** What has the focus at first: a browser may choose the part that scrolls instead. `data-first` comes before fields. */
const firstField = (dialog: HTMLDialogElement) =>
  ['[data-first]', 'input:not([type="hidden"]), select, textarea']
    .flatMap((selector) => [...dialog.querySelectorAll<HTMLElement>(selector)])
    .find((element) => element.checkVisibility())

/**
 * A dialog that has an address: the page renders it when its URL says so, and `closeHref` is the URL without that.
 * Before JavaScript it is open in the page with links to close it; with it, it is modal, and Escape, the cross, a click
 * beside it and the back button all lead to `closeHref`. On a phone it is a sheet.
 *
 *   {params.do === 'return' ? (
 *     <Dialog title="Send back to Marketing" closeHref={`/leads/${lead.id}`}><Form …/></Dialog>
 *   ) : null}
 */
export function Dialog({
  title,
  subline,
  closeHref,
  size = 'md',
  children,
}: {
  title: string
  subline?: ReactNode
  closeHref: string
  size?: keyof typeof WIDTHS
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const router = useRouter()
  const id = useId()
  // Read before a field with `autoFocus` takes the focus, which the browser would return it to.
  const [opener] = useState(focusedBefore)

  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    // Whoever was faster than the scripts goes on in the field where they are.
    const focused = document.activeElement
    element.close()
    element.showModal()
    const first = focused instanceof HTMLElement && element.contains(focused) ? focused : firstField(element)
    first?.focus()
    return () => {
      element.close()
      opener?.focus({ preventScroll: true })
    }
  }, [opener])

  const isLeaving = useRef(false)
  const leave = (event: SyntheticEvent) => {
    event.preventDefault()
    // Escape in the field of a day cancels twice, and two steps back would leave the page.
    if (isLeaving.current) return
    isLeaving.current = true
    if (previousAddress() === new URL(closeHref, location.href).href) router.back()
    else router.replace(closeHref, { scroll: false })
  }

  return (
    <>
      <Link
        href={closeHref}
        scroll={false}
        tabIndex={-1}
        aria-label="Close"
        className="dialog-scrim fixed inset-0 z-40 bg-scrim"
      />
      <dialog
        ref={dialog}
        open
        aria-labelledby={id}
        onCancel={(event) => (event.target === event.currentTarget ? leave(event) : undefined)}
        onMouseDown={(event) => (event.target === event.currentTarget ? leave(event) : undefined)}
        className={`fixed inset-0 z-50 m-auto flex max-h-[min(100dvh-3rem,46rem)] w-full flex-col overflow-hidden rounded-xl border border-line bg-surface text-ink shadow-over max-md:mb-0 max-md:max-h-[92dvh] max-md:max-w-none max-md:rounded-b-none ${WIDTHS[size]}`}
      >
        <div className="border-b border-line py-3.5 pr-14 pl-5">
          <h2 id={id} className="text-lg font-semibold tracking-tight">
            {title}
          </h2>
          {subline ? <p className="text-xs text-ink-quiet">{subline}</p> : null}
        </div>
        <div className="overflow-y-auto p-5 max-md:pb-[calc(1.25rem+env(safe-area-inset-bottom))]">{children}</div>
        <Link
          href={closeHref}
          scroll={false}
          onClick={(event) => (event.metaKey || event.ctrlKey ? undefined : leave(event))}
          aria-label="Close"
          className="absolute top-2.5 right-3 flex size-9 items-center justify-center rounded-md text-ink-quiet hover:bg-hover hover:text-ink max-md:size-11"
        >
          <X className="size-4.5" aria-hidden="true" />
        </Link>
      </dialog>
    </>
  )
}
