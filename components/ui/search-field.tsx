'use client'

import { useEffect, useRef, type ComponentProps } from 'react'

/** A search input of a GET form: shows what the address says, except while somebody types into it. */
export function SearchField({
  value = '',
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'defaultValue'> & { value?: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = value
  }, [value])
  return <input ref={field} type="search" defaultValue={value} {...rest} />
}
