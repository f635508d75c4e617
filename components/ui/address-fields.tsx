'use client'

import { useEffect, useRef, type ComponentProps } from 'react'

/** Fields of a GET form. They show what the address says and keep the focus when it has changed. */

/** Shows it except while somebody types into it. */
export function AddressInput({
  value = '',
  type = 'search',
  ...rest
}: Omit<ComponentProps<'input'>, 'defaultValue'> & { value?: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = value
  }, [value])
  return <input ref={field} type={type} defaultValue={value} {...rest} />
}

export function AddressSelect({
  value = '',
  ...rest
}: Omit<ComponentProps<'select'>, 'defaultValue'> & { value?: string }) {
  const field = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (field.current) field.current.value = value
  }, [value])
  return <select ref={field} defaultValue={value} {...rest} />
}
