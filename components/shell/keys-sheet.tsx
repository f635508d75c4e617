'use client'

import { X } from 'lucide-react'
import { useState } from 'react'
import { Modal } from './modal'
import { areSingleKeysOn, setSingleKeys } from './press-keys'
import type { PlaceKey } from './shortcuts'

const MOD = '⌘'

const ANYWHERE: [string, string][] = [
  [`${MOD} K`, 'Search or jump to'],
  ['T', 'Log a touch'],
  ['/', 'Search this list'],
  ['?', 'These keys'],
  ['Esc', 'Close'],
]

const LISTS: [string, string][] = [
  ['J  K', 'Next, previous row'],
  ['Enter', 'Open the row'],
  ['X', 'Choose the row'],
  ['E', 'Edit the row'],
  ['A', 'Accept the lead'],
  ['R', 'Send it back'],
  ['N', 'Take the next lead'],
  ['D', 'The task is done'],
  ['Z', 'Put the task off'],
  [`${MOD} Enter`, 'Send the form'],
]

function Keys({ title, keys }: { title: string; keys: [string, string][] }) {
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-ink-quiet">{title}</h3>
      <dl className="flex flex-col gap-1.5">
        {keys.map(([key, does]) => (
          <div key={key} className="flex items-center justify-between gap-4 text-sm">
            <dt>{does}</dt>
            <dd className="flex gap-1">
              {key.split(/\s+/).map((part) => (
                <kbd
                  key={part}
                  className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-2xs font-medium text-ink-soft"
                >
                  {part === MOD && document.documentElement.dataset.mod === 'ctrl' ? 'Ctrl' : part}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** All keys on one sheet, with the switch for those who speak to their computer. */
export default function KeysSheet({ places, onClose }: { places: PlaceKey[]; onClose: () => void }) {
  const [isOn, setIsOn] = useState(areSingleKeysOn)
  const go = places.flatMap(({ key, label }): [string, string][] => (key ? [[`G ${key.toUpperCase()}`, label]] : []))
  return (
    <Modal label="Keys" onClose={onClose} className="top-[12vh] max-h-[80dvh] max-w-2xl">
      <div className="flex items-center justify-between border-b border-line px-5 py-3">
        <h2 className="text-lg font-semibold tracking-tight">Keys</h2>
        <button
          type="button"
          onClick={onClose}
          aria-label="Close"
          className="flex size-9 items-center justify-center rounded-md text-ink-quiet hover:bg-hover hover:text-ink max-md:size-11"
        >
          <X className="size-4.5" aria-hidden="true" />
        </button>
      </div>
      <div tabIndex={0} className="grid gap-x-8 gap-y-6 overflow-y-auto p-5 -outline-offset-2 md:grid-cols-3">
        <Keys title="Anywhere" keys={ANYWHERE} />
        <Keys title="Work lists" keys={LISTS} />
        <Keys title="Go to" keys={go} />
      </div>
      <label className="flex items-center gap-2.5 border-t border-line px-5 py-3 text-sm">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            setSingleKeys(event.target.checked)
            setIsOn(event.target.checked)
          }}
          className="size-4 accent-ink"
        />
        Single letters do something when no field has the focus
      </label>
    </Modal>
  )
}
