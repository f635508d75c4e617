/**
 * What somebody's hands do in the page, so that nothing moves which they are about to press, and nothing goes away in which
 * they write.
 */
export type Hands = {
  /**
   * Whether a dialog or a menu is open, something was typed or ticked in a form that is not sent yet, or one is under way:
   * where its answer leads must not be undone by an address of ours.
   */
  areWriting: () => boolean
  /** Whether a button is held down, or something was moved or pressed a moment ago. */
  arePressing: () => boolean
  close: () => void
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** In ms. */
const moment = 1_000

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof Element && target.matches('input, textarea, select')

const isChanged = (control: Control) =>
  control.isConnected && !(control instanceof HTMLInputElement && control.type === 'checkbox' && !control.checked)

/** Begins to watch; `close` ends it. */
export function watchHands(): Hands {
  const changed = new Set<Control>()
  let movedAt = -Infinity
  let isDown = false

  const moved = ({ type }: Event) => {
    movedAt = performance.now()
    if (type === 'pointerdown') isDown = true
    if (type === 'pointerup' || type === 'pointercancel') isDown = false
  }
  const typed = ({ target }: Event) => {
    if (isControl(target)) changed.add(target)
  }
  const sent = ({ target }: Event) => {
    for (const control of changed) if (control.form === target) changed.delete(control)
  }
  const watched: [string[], (event: Event) => void][] = [
    [['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'keydown', 'wheel', 'touchmove'], moved],
    [['input'], typed],
    [['submit', 'reset'], sent],
  ]
  const whole = { capture: true, passive: true }
  for (const [types, hear] of watched) for (const type of types) document.addEventListener(type, hear, whole)

  return {
    areWriting() {
      for (const control of changed) if (!isChanged(control)) changed.delete(control)
      return changed.size > 0 || document.querySelector('dialog:modal, :popover-open, form[aria-busy="true"]') !== null
    },
    arePressing: () => isDown || performance.now() - movedAt < moment,
    close() {
      for (const [types, hear] of watched) for (const type of types) document.removeEventListener(type, hear, whole)
    },
  }
}
