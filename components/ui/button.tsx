import { Link } from '@/components/ui/link'
import type { ComponentProps, ReactNode } from 'react'
import { Kbd } from './kbd'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg' | 'icon'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'border-ink bg-ink text-on-ink hover:bg-ink-soft hover:border-ink-soft',
  secondary: 'border-line-strong/70 bg-surface text-ink shadow-raised hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-ink-soft hover:bg-hover hover:text-ink',
  danger: 'border-danger-line bg-surface text-danger-ink shadow-raised hover:bg-danger-wash',
}

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-7.5 gap-1.5 px-2.5 text-xs',
  md: 'h-8.5 gap-2 px-3 text-sm',
  lg: 'h-10 gap-2 px-4 text-base',
  icon: 'size-8.5 justify-center text-sm max-md:size-11',
}

/** The classes of a button, for the rare element that is none of the three below. */
export function buttonClass(look: ButtonLook = 'secondary', size: ButtonSize = 'md', className = ''): string {
  return `inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap transition-colors select-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55 max-md:min-h-11 ${LOOKS[look]} ${SIZES[size]} ${className}`
}

type Common = {
  look?: ButtonLook
  size?: ButtonSize
  /** A lucide icon, 16 px. */
  icon?: ReactNode
  /** One letter: shown as a key, and pressing it when no field has the focus presses this. */
  shortcut?: string
}

function keyProps(shortcut?: string) {
  return shortcut ? { 'data-key': shortcut.toLowerCase(), 'aria-keyshortcuts': shortcut.toUpperCase() } : {}
}

function Inside({ look, icon, shortcut, children }: Common & { children?: ReactNode }) {
  return (
    <>
      {icon ? <span className="flex size-4 items-center justify-center *:size-4">{icon}</span> : null}
      {children}
      {shortcut ? <Kbd onDark={look === 'primary'}>{shortcut.toUpperCase()}</Kbd> : null}
    </>
  )
}

/**
 * A button. One black (`primary`) a page.
 * `<Button look="primary" icon={<Check />} shortcut="A">Accept lead</Button>`; an icon alone needs `aria-label`.
 */
export function Button({
  look,
  size,
  icon,
  shortcut,
  className,
  children,
  type = 'button',
  ...rest
}: Common & ComponentProps<'button'>) {
  return (
    <button type={type} className={buttonClass(look, size, className)} {...keyProps(shortcut)} {...rest}>
      <Inside look={look} icon={icon} shortcut={shortcut}>
        {children}
      </Inside>
    </button>
  )
}

/** A link that looks like a button: whatever only goes somewhere, dialogs included (`href="?do=touch"`). */
export function LinkButton({
  look,
  size,
  icon,
  shortcut,
  className,
  children,
  ...rest
}: Common & ComponentProps<typeof Link>) {
  return (
    <Link className={buttonClass(look, size, className)} {...keyProps(shortcut)} {...rest}>
      <Inside look={look} icon={icon} shortcut={shortcut}>
        {children}
      </Inside>
    </Link>
  )
}
