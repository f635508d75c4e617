'use client'

import { useLayoutEffect, useRef, type ReactNode } from 'react'

/** A native modal dialog that lives in the browser alone (palette, keys). Dialogs of pages have an address: see ui/dialog. */
export function Modal({
  label,
  onClose,
  className,
  children,
}: {
  label: string
  onClose: () => void
  className: string
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => (event.target === event.currentTarget ? onClose() : undefined)}
      className={`fixed inset-x-0 mx-auto flex w-full flex-col overflow-hidden rounded-xl border border-line bg-surface text-ink shadow-over ${className}`}
    >
      {children}
    </dialog>
  )
}
