/** The mark of the product: a baton on its way. */
export function Mark({ className = 'size-7' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="9" className="fill-ink" />
      <g fill="none" strokeWidth="2.3" strokeLinecap="round" transform="rotate(-45 16 16)" className="stroke-on-ink">
        <path d="M7 16h5.2M19.8 16H25" />
        <rect x="12.2" y="13.6" width="7.6" height="4.8" rx="2.4" />
      </g>
    </svg>
  )
}
