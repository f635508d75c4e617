'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { Button, LinkButton } from '../ui/button'
import { FormButtons } from '../ui/form'

type Choice = { key: string; label: string; isOn: boolean }

/**
 * Which columns a list has, and in which order. `usualHref` is the list with its usual columns, and without
 * this dialog.
 */
export function ColumnsForm({
  always,
  choices: initial,
  usualHref,
}: {
  always: string
  choices: Choice[]
  usualHref: string
}) {
  const router = useRouter()
  const [choices, setChoices] = useState(initial)
  const [moved, setMoved] = useState('')
  const move = (at: number, by: -1 | 1) => {
    const next = [...choices]
    const [choice] = next.splice(at, 1)
    if (!choice) return
    next.splice(at + by, 0, choice)
    setChoices(next)
    setMoved(`${choice.label} is now number ${at + by + 2}.`)
  }
  const show = (event: SyntheticEvent) => {
    event.preventDefault()
    const keys = choices.filter(({ isOn }) => isOn).map(({ key }) => key)
    const separator = usualHref.includes('?') ? '&' : '?'
    router.replace(`${usualHref}${separator}columns=${keys.join(',') || 'none'}`, { scroll: false })
  }
  return (
    <form onSubmit={show} className="flex flex-col gap-4" aria-label="Columns">
      <ul className="-mx-2 flex flex-col">
        <li className="flex h-9 items-center gap-2.5 px-2 text-sm text-ink-quiet">
          <input type="checkbox" checked disabled aria-label={always} className="pick-box" />
          {always}, always first
        </li>
        {choices.map(({ key, label, isOn }, at) => (
          <li key={key} className="flex h-9 items-center gap-1 rounded-md px-2 text-sm hover:bg-hover max-md:h-12">
            <label className="flex h-full min-w-0 flex-1 items-center gap-2.5">
              <input
                type="checkbox"
                checked={isOn}
                data-first={at === 0 || undefined}
                onChange={({ target }) =>
                  setChoices(
                    choices.map((choice) => (choice.key === key ? { ...choice, isOn: target.checked } : choice)),
                  )
                }
                className="pick-box"
              />
              <span className={isOn ? '' : 'text-ink-soft'}>{label}</span>
            </label>
            <MoveButton label={`Move ${label} up`} isOff={at === 0} onClick={() => move(at, -1)} icon={<ArrowUp />} />
            <MoveButton
              label={`Move ${label} down`}
              isOff={at === choices.length - 1}
              onClick={() => move(at, 1)}
              icon={<ArrowDown />}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {moved}
      </p>
      <FormButtons>
        <Button type="submit" look="primary">
          Show columns
        </Button>
        <LinkButton href={usualHref} scroll={false}>
          Usual columns
        </LinkButton>
      </FormButtons>
    </form>
  )
}

function MoveButton({
  label,
  isOff,
  onClick,
  icon,
}: {
  label: string
  isOff: boolean
  onClick: () => void
  icon: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
      className="flex size-7 items-center justify-center rounded-md text-ink-quiet hover:bg-sunken hover:text-ink aria-disabled:opacity-30 max-md:size-11 [&>svg]:size-4"
    >
      {icon}
    </button>
  )
}
