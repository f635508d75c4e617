'use client'

import { useRouter } from 'next/navigation'
import {
  createContext,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useTransition,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { initialFormState, type FormAction, type FormState } from '@/lib/forms/form-state'
import { Button, type ButtonLook, type ButtonSize } from './button'
import { useTurn } from './one-at-a-time'
import { notify } from './toast'

type FormContext = { state: FormState; isPending: boolean; isWaiting: boolean }

const Context = createContext<FormContext>({ state: initialFormState, isPending: false, isWaiting: false })

/** What fields need to know of the form around them; outside of one, an untouched form. */
export const useFormContext = () => useContext(Context)

/**
 * The one form hook: the state that a server action answered, the action to give to `<form>`, whether it is under way.
 * After a refusal the first wrong field gets the focus. `form` goes on the form element.
 */
export function useForm(action: FormAction): {
  state: FormState
  submit: (data: FormData) => void
  isPending: boolean
  form: RefObject<HTMLFormElement | null>
} {
  const [state, submit, isPending] = useActionState(action, initialFormState)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!state.errors) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = wrong ?? form.current?.querySelector<HTMLElement>('[role="alert"]')
    target?.focus()
  }, [state])
  return { state, submit, isPending, form }
}

/**
 * A form around a server action. Works before JavaScript; keeps what was typed; shows what is wrong at its field.
 *
 *   <Form action={logTouch} hidden={{ leadId: lead.id }} doneHref={`/leads/${lead.id}`} undo={voidTouch}>
 *     <SelectField name="channel" label="Channel" options={channels} required />
 *     <TextAreaField name="note" label="Note" />
 *     <FormButtons><SubmitButton>Log touch</SubmitButton></FormButtons>
 *   </Form>
 *
 * `doneHref`: where to go after success (closing the dialog, say), with `message` as a toast; without JavaScript the
 * message stands in the form with a link there. `undo` gets the `made` id of the state and is offered in that toast.
 */
export function Form({
  action,
  hidden = {},
  doneHref,
  undo,
  label,
  className = 'flex flex-col gap-4',
  children,
}: {
  action: FormAction
  hidden?: Record<string, string>
  doneHref?: string
  undo?: (made: string) => Promise<FormState>
  label?: string
  className?: string
  children: ReactNode
}) {
  const { state, submit, isPending, form } = useForm(action)
  const isRefreshing = useAfterwards(state, doneHref, undo)
  const isWaiting = useTurn(isPending || isRefreshing)
  return (
    <Context value={{ state, isPending, isWaiting }}>
      <form
        ref={form}
        action={submit}
        aria-label={label}
        aria-busy={isPending || undefined}
        onSubmit={isWaiting ? stay : undefined}
        onKeyDown={submitOnModEnter}
        className={className}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FormSummary state={state} hidden={hidden} doneHref={doneHref} />
        {children}
      </form>
    </Context>
  )
}

const stay = (event: FormEvent) => event.preventDefault()

/** What follows success. Returns whether the page is being shown anew. */
function useAfterwards(state: FormState, doneHref?: string, undo?: (made: string) => Promise<FormState>): boolean {
  const router = useRouter()
  const [isRefreshing, refresh] = useTransition()
  const done = useRef<FormState>(undefined)
  useEffect(() => {
    if (!state.ok || done.current === state) return
    done.current = state
    const { made } = state
    if (state.message && (doneHref || undo)) notify(state.message, undo && made ? { undo: () => undo(made) } : {})
    // Only now, for the form may be gone from the page that is shown anew, and its message with it.
    if (doneHref && doneHref !== location.pathname + location.search) router.replace(doneHref, { scroll: false })
    refresh(() => router.refresh())
  }, [state, doneHref, undo, router])
  return isRefreshing
}

function submitOnModEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

/** What holds for the whole form, above it. Errors of fields that can't be seen are told here too. */
function FormSummary({
  state,
  hidden,
  doneHref,
}: {
  state: FormState
  hidden: Record<string, string>
  doneHref?: string
}) {
  const errors = Object.entries(state.errors ?? {})
  const untold = errors.filter(([field]) => field === 'form' || field in hidden).map(([, message]) => message)
  const count = errors.length - untold.length
  const lines = state.message
    ? [state.message, ...untold]
    : count > 0
      ? [`Please look at ${count === 1 ? 'one field' : `${count} fields`} again.`, ...untold]
      : untold
  if (state.ok) {
    return state.message ? (
      <p role="status" className="rounded-md border border-good-line bg-good-wash px-3 py-2.5 text-sm text-good-ink">
        {state.message}{' '}
        {doneHref ? (
          <a href={doneHref} className="font-medium underline underline-offset-2">
            Continue
          </a>
        ) : null}
      </p>
    ) : null
  }
  if (lines.length === 0) return null
  return (
    <div
      role="alert"
      tabIndex={-1}
      className="rounded-md border border-danger-line bg-danger-wash px-3 py-2.5 text-sm text-danger-ink"
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {state.link ? (
        <a href={state.link.href} className="font-medium underline underline-offset-2">
          {state.link.label}
        </a>
      ) : null}
    </div>
  )
}

/** The row of buttons that ends a form: the one that does it first, a way out beside it. */
export function FormButtons({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2 pt-1 max-md:*:flex-1">{children}</div>
}

/** Sends its form; says so while it is under way and can't be pressed twice. `name` and `value` tell two buttons apart. */
export function SubmitButton({
  look = 'primary',
  size,
  icon,
  shortcut,
  name,
  value,
  isPressed,
  pending = 'Saving…',
  children,
}: {
  look?: ButtonLook
  size?: ButtonSize
  icon?: ReactNode
  shortcut?: string
  name?: string
  value?: string
  /** Of several that set one fact: whether it is this one that holds. */
  isPressed?: boolean
  pending?: string
  children: ReactNode
}) {
  const { isPending, isWaiting } = useFormContext()
  const isHeld = isPending || isWaiting
  return (
    <Button
      type="submit"
      look={look}
      size={size}
      icon={icon}
      shortcut={shortcut}
      name={name}
      value={value}
      aria-pressed={isPressed}
      aria-disabled={isHeld || undefined}
      onClick={isHeld ? (event) => event.preventDefault() : undefined}
    >
      {isPending ? pending : isWaiting ? 'Wait a moment…' : children}
    </Button>
  )
}
