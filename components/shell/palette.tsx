'use client'

import { ArrowRight, Plus, Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useId, useState, type KeyboardEvent } from 'react'
import { StageBadge } from '../leads/stage-badge'
import { Modal } from './modal'
import type { PlaceKey } from './shortcuts'
import { useLeadSearch, type FoundLead } from './use-lead-search'

type Choice = {
  id: string
  href: string
  label: string
  note?: string
  lead?: FoundLead
  isTouch?: boolean
  keys?: string
}

const isLead = ({ stage }: FoundLead) => stage !== null

function choicesOf(typed: string, all: FoundLead[], places: PlaceKey[], isTouch: boolean): Choice[] {
  const question = typed.trim().toLowerCase()
  const leads = all.filter(isLead)
  const found = (isTouch ? leads : all).map((lead): Choice => ({
    id: lead.id,
    href: isTouch ? `/leads/${lead.id}?do=touch` : lead.href,
    label: lead.name,
    note: isLead(lead) ? (lead.company ?? undefined) : 'Company',
    lead,
  }))
  if (isTouch) return found
  const goTo = places
    .filter(({ label }) => label.toLowerCase().includes(question))
    .map(({ href, label, key }): Choice => ({
      id: href,
      href,
      label,
      keys: key ? `G ${key.toUpperCase()}` : undefined,
    }))
  if (question === '') return goTo
  const everyLead: Choice = {
    id: 'all',
    href: `/leads?q=${encodeURIComponent(typed.trim())}`,
    label: `All leads that match “${typed.trim()}”`,
  }
  const touches = leads.slice(0, 1).map((lead): Choice => ({
    id: `touch-${lead.id}`,
    href: `/leads/${lead.id}?do=touch`,
    label: `Log a touch of ${lead.name}`,
    isTouch: true,
  }))
  return [...found, ...touches, ...goTo, everyLead]
}

/** Finds leads and places, or (isTouch) the lead to log a touch of. Arrows choose, Enter goes, Escape closes. */
export default function Palette({
  isTouch,
  places,
  onClose,
}: {
  isTouch: boolean
  places: PlaceKey[]
  onClose: () => void
}) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const router = useRouter()
  const id = useId()
  const { leads, isSearching, hasFailed } = useLeadSearch(typed)
  const choices = choicesOf(typed, leads, places, isTouch)
  const here = Math.min(at, choices.length - 1)

  const go = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    router.push(choice.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((here + step + choices.length) % Math.max(1, choices.length))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      go(choices[here])
    }
  }
  const label = isTouch ? 'Log a touch: whose?' : 'Search or jump to'
  return (
    <Modal
      label={label}
      onClose={onClose}
      className="top-[14vh] max-h-[min(28rem,76dvh)] max-w-xl max-md:top-0 max-md:rounded-t-none"
    >
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        {isTouch ? (
          <Plus className="size-4.5 shrink-0 text-ink-quiet" aria-hidden="true" />
        ) : (
          <Search className="size-4.5 shrink-0 text-ink-quiet" aria-hidden="true" />
        )}
        <input
          autoFocus
          role="combobox"
          aria-label={label}
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={choices.length > 0 ? `${id}-${here}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          placeholder={isTouch ? 'Log a touch: name, company or email of the lead' : 'Search leads or jump to'}
          className="h-12 min-w-0 flex-1 bg-transparent text-base placeholder:text-ink-quiet focus:outline-none"
        />
        <button
          type="button"
          onClick={onClose}
          className="shrink-0 rounded-sm px-1.5 py-1 text-xs text-ink-quiet hover:bg-hover hover:text-ink max-md:min-h-11"
        >
          Close
        </button>
      </div>
      <ul role="listbox" id={`${id}-list`} aria-label={label} className={choices.length ? 'overflow-y-auto p-1.5' : ''}>
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.id}
            id={`${id}-${index}`}
            choice={choice}
            isHere={index === here}
            onHover={() => setAt(index)}
            onGo={() => go(choice)}
          />
        ))}
      </ul>
      <p
        role="status"
        className={choices.length && !hasFailed ? 'sr-only' : 'px-4 py-5 text-center text-sm text-ink-quiet'}
      >
        {saying({ typed, isTouch, isSearching, hasFailed, found: (isTouch ? leads.filter(isLead) : leads).length })}
      </p>
    </Modal>
  )
}

function saying({
  typed,
  isTouch,
  isSearching,
  hasFailed,
  found,
}: {
  typed: string
  isTouch: boolean
  isSearching: boolean
  hasFailed: boolean
  found: number
}): string {
  if (typed.trim() === '') return isTouch ? 'Type a few letters of the lead.' : ''
  if (hasFailed) return 'The search does not answer just now. Try again in a moment.'
  if (isSearching) return 'Searching…'
  return found === 0 ? 'No lead has these letters.' : `${found} found`
}

function ChoiceRow({
  id,
  choice,
  isHere,
  onHover,
  onGo,
}: {
  id: string
  choice: Choice
  isHere: boolean
  onHover: () => void
  onGo: () => void
}) {
  const scrollTo = (element: HTMLLIElement | null) => {
    if (isHere) element?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <li
      ref={scrollTo}
      id={id}
      role="option"
      aria-selected={isHere}
      onMouseMove={isHere ? undefined : onHover}
      onClick={onGo}
      className={`flex h-10 cursor-pointer items-center gap-3 rounded-md px-2.5 text-sm max-md:h-12 ${isHere ? 'bg-hover' : ''}`}
    >
      {choice.lead ? null : choice.isTouch ? (
        <Plus className="size-4 text-ink-quiet" aria-hidden="true" />
      ) : (
        <ArrowRight className="size-4 text-ink-quiet" aria-hidden="true" />
      )}
      <span className="min-w-0 truncate font-medium">{choice.label}</span>
      {choice.note ? (
        <span className="min-w-0 flex-1 truncate text-ink-quiet">{choice.note}</span>
      ) : (
        <span className="flex-1" />
      )}
      {choice.lead?.stage ? <StageBadge stage={choice.lead.stage} /> : null}
      {choice.keys ? <kbd className="font-sans text-2xs text-ink-quiet">{choice.keys}</kbd> : null}
    </li>
  )
}
