'use client'

import { Check, Pencil } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState, useTransition, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { type FormAction, type FormState, initialFormState } from '@/lib/forms/form-state'
import { type Option, Options } from '../ui/field'

/** The cells of a row that can be edited, in their order. */
const editables = (cell: Element) => [...(cell.closest('tr')?.querySelectorAll<HTMLElement>('[data-edit]') ?? [])]

/** What a row is walked by. */
const rowOf = (cell: Element) => cell.closest('tr')?.querySelector<HTMLElement>('[data-row]')

/** The saves of a lead go one after another, each from the version that the one before has made. */
const saves = new Map<string, Promise<number>>()

function afterEarlierSaves(lead: { id: string; version: number }, save: (version: number) => Promise<FormState>) {
  const answer = (saves.get(lead.id) ?? Promise.resolve(0)).then(async (made) => {
    const version = Math.max(made, lead.version)
    return { version, state: await save(version) }
  })
  saves.set(
    lead.id,
    answer.then(({ version, state }) => Number(state.made ?? version)),
  )
  return answer.then(({ state }) => state)
}

/**
 * A fact of a lead in a list, changed where it stands: the pencil, or E on the row, opens it; Enter and leaving it save,
 * Escape leaves it as it was, Tab saves and opens the next. What is refused stays open and says why.
 */
export function InlineEdit({
  action,
  lead,
  field,
  label,
  value,
  options,
  children,
}: {
  action: FormAction
  lead: { id: string; name: string; version: number }
  field: string
  label: string
  /** As it is typed; empty when there is none. */
  value: string
  /** Where it is one of a few; chosen with the mouse it is saved at once. */
  options?: Option[]
  /** As it is read. */
  children: ReactNode
}) {
  const id = useId()
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [isSaved, setIsSaved] = useState(false)
  const [isPending, start] = useTransition()
  const isByMouse = useRef(false)
  const close = () => {
    setIsOpen(false)
    setTyped(null)
    setError(null)
  }

  const labelOf = (text: string | null) => (options ? options.find((option) => option.value === text)?.label : text)

  const save = (text: string) => {
    if (text.trim() === value) return close()
    setTyped(text)
    setIsOpen(false)
    start(async () => {
      const { ok, errors, message } = await afterEarlierSaves(lead, (version) => {
        const form = new FormData()
        for (const [name, of] of Object.entries({ leadId: lead.id, version: String(version), field, value: text }))
          form.set(name, of)
        return action(initialFormState, form)
      })
      start(() => {
        if (ok) {
          setIsSaved(true)
          close()
          router.refresh()
          return
        }
        setError(Object.values(errors ?? {})[0] ?? message ?? 'This was not saved. Try again.')
        setIsOpen(true)
      })
    })
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => {
    const { key, currentTarget: input } = event
    isByMouse.current = false
    const row = rowOf(input)
    if (key === 'Escape') {
      input.value = value
      row?.focus()
    } else if (key === 'Enter') row?.focus()
    else if (key === 'Tab') {
      const cells = editables(input)
      const next = cells[cells.findIndex((cell) => cell.dataset.edit === field) + (event.shiftKey ? -1 : 1)]
      if (next) queueMicrotask(() => next.querySelector('button')?.click())
      input.blur()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const control = {
    ref: (element: HTMLElement | null) => element?.focus(),
    'aria-label': `${label} of ${lead.name}`,
    'aria-invalid': error !== null || undefined,
    'aria-describedby': error === null ? undefined : id,
    defaultValue: typed ?? value,
    onBlur: ({ target }: FocusEvent<HTMLInputElement | HTMLSelectElement>) => save(target.value),
    onKeyDown,
    className:
      'h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-sm text-ink aria-invalid:border-danger-ink',
  }
  if (isOpen)
    return (
      <span data-edit={field} className="relative z-10 block">
        {options ? (
          <select
            {...control}
            onPointerDown={() => (isByMouse.current = true)}
            onChange={({ target }) => isByMouse.current && rowOf(target)?.focus()}
          >
            <Options options={options} />
          </select>
        ) : (
          <input {...control} />
        )}
        {error === null ? null : (
          <span
            id={id}
            role="alert"
            className="absolute top-full left-0 z-30 mt-1 w-64 rounded-md border border-danger-line bg-danger-wash px-2.5 py-1.5 text-xs whitespace-normal text-danger-ink shadow-over"
          >
            {error}
          </span>
        )}
      </span>
    )
  return (
    <span data-edit={field} className="inline-edit">
      <span className={isPending ? 'truncate text-ink-quiet' : 'truncate'}>
        {isPending ? labelOf(typed) : children}
      </span>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Edit ${label.toLowerCase()} of ${lead.name}`}
        onClick={() => {
          setIsSaved(false)
          setIsOpen(true)
        }}
      >
        {isSaved && !isPending ? <Check aria-label="Saved" /> : <Pencil aria-hidden="true" />}
      </button>
    </span>
  )
}
