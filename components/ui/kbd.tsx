/** A key on the keyboard. Not shown where there is none. `<Kbd>T</Kbd>` */
export function Kbd({ children, onDark = false }: { children: string; onDark?: boolean }) {
  const look = onDark ? 'border-on-ink/25 bg-on-ink/15 text-on-ink' : 'border-line bg-sunken text-ink-quiet'
  return (
    <kbd
      aria-hidden="true"
      className={`inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border px-1 font-sans text-2xs font-medium max-md:hidden pointer-coarse:hidden ${look}`}
    >
      {children}
    </kbd>
  )
}
