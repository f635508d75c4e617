/**
 * What the keys act on, found in the page as it is: `data-key="a"` is pressed by A, `data-row` are the rows that J, K and
 * the arrows walk (`data-row="follow"`: the detail follows), `data-search` is the field that / goes to. An open dialog
 * has the keys for itself.
 */
const OFF = 'baton.single-keys-off'

/** Whether single letters do something; a person can switch them off. */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(OFF) === null
}

export function setSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, '1')
}

/** Letters typed into a field are letters. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches(
        'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select',
      ))
  )
}

function scope(): ParentNode {
  return document.querySelector('dialog:modal') ?? document
}

function visible(selector: string): HTMLElement[] {
  return [...scope().querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility())
}

/** Presses what has this key; false when nothing has. */
export function pressKey(key: string): boolean {
  const [target] = visible(`[data-key="${CSS.escape(key.toLowerCase())}"]:not([aria-disabled="true"], :disabled)`)
  target?.click()
  return target !== undefined
}

/** Presses what has this key in the row that has the focus; false where there is nothing. */
export function pressRowKey(key: string): boolean {
  const target = document.activeElement
    ?.closest('tr, li')
    ?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key.toLowerCase())}"]`)
  target?.click()
  return target !== undefined && target !== null
}

/** Ticks the row that has the focus, or takes its tick away; false where there is none to tick. */
export function pickRow(): boolean {
  const box = document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('[data-pick]')
  box?.click()
  return box !== undefined && box !== null
}

/** Opens the first fact that can be edited in the row that has the focus; false where there is none. */
export function editRow(): boolean {
  const button = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-edit] > button')
  button?.click()
  return button !== undefined && button !== null
}

/** Puts the focus into the page's search field; false when it has none. */
export function focusSearch(): boolean {
  const [field] = visible('[data-search]')
  field?.focus()
  return field !== undefined
}

/**
 * Walks the list by one. Calls `follow` with the address of the row when its detail stands beside the list.
 * Arrows walk only lists with a detail or from a row that has the focus, so that they scroll elsewhere.
 */
export function walkRows(step: 1 | -1, isArrow: boolean, follow: (href: string) => void): boolean {
  const rows = visible('a[data-row]') as HTMLAnchorElement[]
  const focused = rows.findIndex((row) => row === document.activeElement)
  if (rows.length === 0 || (isArrow && focused === -1 && rows[0]?.dataset.row !== 'follow')) return false
  const here = focused === -1 ? rows.findIndex((row) => row.getAttribute('aria-current') === 'true') : focused
  const next = rows[Math.min(rows.length - 1, Math.max(0, here + step))]
  if (!next) return false
  next.focus({ preventScroll: true })
  next.closest('tr, li')?.scrollIntoView({ block: 'nearest' })
  if (next.dataset.row === 'follow' && next.getAttribute('aria-current') !== 'true')
    follow(next.getAttribute('href') ?? '')
  return true
}
