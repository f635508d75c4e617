'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'
import { closeMenus } from './close-menus'
import { takeEarlyKeys } from './early-keys'
import { areSingleKeysOn, editRow, focusSearch, isTyping, pickRow, pressKey, pressRowKey, walkRows } from './press-keys'

const Palette = lazy(() => import('./palette'))
const KeysSheet = lazy(() => import('./keys-sheet'))

export type PlaceKey = { href: string; label: string; key?: string }
type Open = 'search' | 'touch' | 'keys' | null

/** How long the letter after G may take, in ms. */
const PATIENCE = 1500

/** The keys that go from row to row; they need not wait for the detail. */
const walking = new Set(['j', 'k', 'ArrowDown', 'ArrowUp'])

/**
 * Listens to the keys of the whole app and opens the palette. What it opens is loaded when first wanted. Keys pressed
 * before this stands, or while the detail still shows the row before, are held and pressed when it is their turn: A means
 * the lead that J went to.
 */
export function Shortcuts({ places }: { places: PlaceKey[] }) {
  const [open, setOpen] = useState<Open>(null)
  const router = useRouter()
  const goSince = useRef(0)
  const held = useRef<KeyboardEvent[]>([])
  const isAway = useRef(false)
  const [isFollowing, startFollowing] = useTransition()

  const actOn = (event: KeyboardEvent): boolean => {
    const { key } = event
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp'
    if (!isArrow && key.length === 1 && !areSingleKeysOn()) return false
    if (Date.now() - goSince.current < PATIENCE) {
      goSince.current = 0
      const place = places.find((candidate) => candidate.key === key.toLowerCase())
      if (place) router.push(place.href)
      return place !== undefined
    }
    if (event.repeat && !isArrow && key !== 'j' && key !== 'k') return false
    if (pressRowKey(key) || pressKey(key)) return true
    if (key === 'x') return pickRow()
    if (key === 'e' && editRow()) return true
    if (key === 'j' || key === 'k' || isArrow)
      return walkRows(key === 'j' || key === 'ArrowDown' ? 1 : -1, isArrow, (href) => {
        isAway.current = true
        startFollowing(() => router.replace(href, { scroll: false }))
      })
    if (document.querySelector('dialog:modal')) return false
    if (key === 'g') goSince.current = Date.now()
    else if (key === 't') setOpen('touch')
    else if (key === '?') setOpen('keys')
    else if (key === '/') return focusSearch() || (setOpen('search'), true)
    else return false
    return true
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey) {
      event.preventDefault()
      setOpen(open === 'search' ? null : 'search')
      return
    }
    if (event.key === 'Escape' && !document.querySelector('dialog:modal') && closeMenus()) return
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || open) return
    if (isAway.current && (held.current.length > 0 || !walking.has(event.key))) held.current.push(event)
    else if (!actOn(event)) return
    event.preventDefault()
  })

  const pressHeld = useEffectEvent(() => {
    isAway.current = false
    for (let event; !isAway.current && (event = held.current.shift());) actOn(event)
  })
  useEffect(() => {
    if (!isFollowing) pressHeld()
  }, [isFollowing])

  const onClick = useEffectEvent((event: MouseEvent) => {
    if (event.target instanceof Element) closeMenus(event.target)
    if (!(event.target instanceof Element) || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
      return
    const opener = event.target.closest<HTMLElement>('[data-palette]')
    if (opener) {
      event.preventDefault()
      setOpen(opener.dataset.palette === 'touch' ? 'touch' : 'search')
    }
    const menu = event.target.closest<HTMLElement>('[popover]')
    if (menu && event.target.closest('a, button')) requestAnimationFrame(() => menu.hidePopover())
  })

  useEffect(() => {
    if (!/mac|iphone|ipad/i.test(navigator.userAgent)) document.documentElement.dataset.mod = 'ctrl'
    const key = (event: KeyboardEvent) => onKey(event)
    const click = (event: MouseEvent) => onClick(event)
    queueMicrotask(() => takeEarlyKeys().forEach(key))
    document.addEventListener('keydown', key)
    // Before the links themselves hear of it: one that opens the palette must not also go somewhere.
    document.addEventListener('click', click, true)
    return () => {
      document.removeEventListener('keydown', key)
      document.removeEventListener('click', click, true)
    }
  }, [])

  if (!open) return null
  return (
    <Suspense>
      {open === 'keys' ? (
        <KeysSheet places={places} onClose={() => setOpen(null)} />
      ) : (
        <Palette key={open} isTouch={open === 'touch'} places={places} onClose={() => setOpen(null)} />
      )}
    </Suspense>
  )
}
