'use client'

import { useEffect, useRef } from 'react'

const PAUSE = 350

/** Whether a choice differs from what the page came with: somebody was faster than the scripts. */
function isChanged(control: Element): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((option) => option.selected !== option.defaultSelected)
  if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false
  return control.checked !== control.defaultChecked || control.value !== control.defaultValue
}

/** Sends the form around it when a choice changes (letters: after a pause), and keeps empty fields out of its address. */
export function SubmitOnChange() {
  const marker = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = marker.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const onInput = (event: Event) => {
      clearTimeout(timer)
      const isTyped =
        event.target instanceof HTMLInputElement && !['checkbox', 'radio', 'date'].includes(event.target.type)
      timer = setTimeout(() => form.requestSubmit(), isTyped ? PAUSE : 0)
    }
    const onFormData = ({ formData }: FormDataEvent) => {
      for (const [name, value] of [...formData.entries()]) if (value === '') formData.delete(name)
    }
    form.addEventListener('input', onInput)
    form.addEventListener('formdata', onFormData)
    if ([...form.elements].some(isChanged)) form.requestSubmit()
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', onInput)
      form.removeEventListener('formdata', onFormData)
    }
  }, [])
  return <span ref={marker} hidden />
}
