'use client'

import { useEffect, useRef, useState } from 'react'
import { Notice } from '../ui/notice'

type Alike = { id: string; name: string; company: string | null; why: string }

/** The fields by which leads look alike, and how the question calls them. */
const asked = { firstName: 'firstName', lastName: 'lastName', phone: 'phone', companyName: 'company' }

/** How long a person pauses between letters, in ms. */
const pause = 250

/**
 * Inside a form of a new lead: says which leads look like it while it is typed, and never holds anybody up. Without
 * JavaScript the page of the new lead says it.
 */
export function KnownAlike() {
  const [alike, setAlike] = useState<Alike[]>([])
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let under: AbortController | undefined
    let before = ''
    const ask = () => {
      const data = new FormData(form)
      const typed = Object.entries(asked).map(([field, name]) => [name, String(data.get(field) ?? '').trim()])
      const question = new URLSearchParams(typed.filter(([, value]) => value)).toString()
      if (question === before) return
      before = question
      under?.abort()
      under = new AbortController()
      fetch(`/duplicates/known.json?${question}`, { signal: under.signal })
        .then((response) => (response.ok ? (response.json() as Promise<Alike[]>) : []))
        .then(setAlike)
        .catch(() => undefined)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, pause)
    }
    form.addEventListener('input', later)
    return () => {
      form.removeEventListener('input', later)
      clearTimeout(timer)
      under?.abort()
    }
  }, [])
  return (
    <div ref={place} role="status" className="empty:hidden">
      {alike.length > 0 ? (
        <Notice kind="warn" title="Is it one of these?">
          <ul className="flex flex-col gap-0.5">
            {alike.map(({ id, name, company, why }) => (
              <li key={id}>
                <a href={`/leads/${id}`} target="_blank" className="font-medium text-ink underline underline-offset-2">
                  {name}
                </a>
                {company ? `, ${company}` : ''}: {why}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  )
}
