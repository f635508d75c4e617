import type { FormState } from '@/lib/forms/form-state'

export type Notification = { message: string; undo?: () => Promise<FormState | void> }

const EVENT = 'baton:notify'

/**
 * A passing word after something was done, with a way back where there is one. From the browser only.
 * `notify('Touch logged', { undo: () => voidTouch(id) })`
 */
export function notify(message: string, { undo }: Pick<Notification, 'undo'> = {}): void {
  window.dispatchEvent(new CustomEvent<Notification>(EVENT, { detail: { message, undo } }))
}

/** Calls back on each notification; returns the way to stop. */
export function onNotify(listen: (notification: Notification) => void): () => void {
  const handle = (event: Event) => listen((event as CustomEvent<Notification>).detail)
  window.addEventListener(EVENT, handle)
  return () => window.removeEventListener(EVENT, handle)
}
