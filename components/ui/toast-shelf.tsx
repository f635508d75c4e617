'use client'

import { useEffect, useRef } from 'react'
import { Toaster, toast } from 'sonner'
import type { Notification } from './toast'

/** Draws notifications. They stay 8 seconds and as long as the hand or the focus is on them. */
export default function ToastShelf({
  notifications,
  onUndone,
}: {
  notifications: Notification[]
  onUndone: () => void
}) {
  const shown = useRef(0)
  useEffect(() => {
    for (const notification of notifications.slice(shown.current)) show(notification, onUndone)
    shown.current = notifications.length
  }, [notifications, onUndone])
  return (
    <Toaster
      position="bottom-center"
      duration={8000}
      mobileOffset={{ bottom: 'calc(var(--bottom-bar) + 12px)' }}
      toastOptions={{
        style: { fontFamily: 'inherit', background: 'var(--ink)', color: 'var(--on-ink)', borderColor: 'var(--ink)' },
        actionButtonStyle: { background: 'var(--on-ink)', color: 'var(--ink)' },
      }}
    />
  )
}

function show({ message, undo }: Notification, onUndone: () => void) {
  toast(message, {
    action: undo
      ? {
          label: 'Undo',
          onClick: () => {
            void undo().then((state) => {
              toast(state && !state.ok ? (state.message ?? 'That could not be undone.') : 'Undone')
              onUndone()
            })
          },
        }
      : undefined,
  })
}
