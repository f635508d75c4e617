'use client'

import { useEffect, useState } from 'react'

export type FoundLead = {
  id: string
  name: string
  company: string | null
  /** A company has none. */
  stage: 'COLD' | 'WARM' | 'HOT' | null
  href: string
}
type Search = { question: string; leads: FoundLead[]; hasFailed: boolean }

/** How long a person pauses between letters, in ms. */
const PAUSE = 140

/** The leads and companies that match what is typed, from `GET /search.json?q=`. `isSearching` until the answer to the last letter is there. */
export function useLeadSearch(typed: string): { leads: FoundLead[]; isSearching: boolean; hasFailed: boolean } {
  const question = typed.trim()
  const [search, setSearch] = useState<Search>({ question: '', leads: [], hasFailed: false })
  useEffect(() => {
    if (question === '') return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/search.json?q=${encodeURIComponent(question)}`, { signal: stop.signal })
        .then((response) =>
          response.ok ? (response.json() as Promise<FoundLead[]>) : Promise.reject(new Error(response.statusText)),
        )
        .then((leads) => setSearch({ question, leads, hasFailed: false }))
        .catch(() => {
          if (!stop.signal.aborted) setSearch({ question, leads: [], hasFailed: true })
        })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [question])
  if (question === '') return { leads: [], isSearching: false, hasFailed: false }
  return {
    leads: search.leads,
    isSearching: search.question !== question,
    hasFailed: search.hasFailed && search.question === question,
  }
}
