'use client'

import { useEffect, useRef, type ComponentProps, type RefObject } from 'react'

/**
 * Fields of a GET form. They show what the address says when it has changed, and keep the focus. What was chosen before
 * the scripts were there stays, for the form to send.
 */
function useAddress<Field extends HTMLInputElement | HTMLSelectElement>(value: string): RefObject<Field | null> {
  const field = useRef<Field>(null)
  const shown = useRef(value)
  useEffect(() => {
    if (!field.current || shown.current === value) return
    shown.current = value
    const isTypedInto = field.current instanceof HTMLInputElement && field.current === document.activeElement
    if (!isTypedInto) field.current.value = value
  }, [value])
  return field
}

export function AddressInput({
  value = '',
  type = 'search',
  ...rest
}: Omit<ComponentProps<'input'>, 'defaultValue'> & { value?: string }) {
  const field = useAddress<HTMLInputElement>(value)
  return <input ref={field} type={type} defaultValue={value} {...rest} />
}

export function AddressSelect({
  value = '',
  ...rest
}: Omit<ComponentProps<'select'>, 'defaultValue'> & { value?: string }) {
  const field = useAddress<HTMLSelectElement>(value)
  return <select ref={field} defaultValue={value} {...rest} />
}
