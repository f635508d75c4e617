import { Download } from 'lucide-react'
import { buttonClass } from '../ui/button'
import { hrefWith } from '../ui/search-params'

/**
 * Downloads the leads of a list as it is filtered, their touches, or how they were closed. `written` are the filters as the
 * address says them, `columns` those that the list shows.
 */
export function LeadExportMenu({ written, columns }: { written: Record<string, string>; columns: string | null }) {
  const files = [
    {
      label: 'Leads',
      meaning: 'with the columns of this list',
      href: hrefWith('/exports/leads.csv', written, { columns }),
    },
    {
      label: 'Touches',
      meaning: 'all touches of these leads',
      href: hrefWith('/exports/touchpoints.csv', written, {}),
    },
    {
      label: 'Outcomes',
      meaning: 'which were won and lost, and why',
      href: hrefWith('/exports/outcomes.csv', written, {}),
    },
  ]
  return (
    <details data-menu className="relative max-md:flex-1">
      <summary
        className={buttonClass('secondary', 'md', 'w-full cursor-pointer list-none [&::-webkit-details-marker]:hidden')}
      >
        <Download className="size-4" aria-hidden="true" />
        Export
      </summary>
      <ul className="absolute right-0 z-30 mt-1 w-64 rounded-lg border border-line bg-surface p-1 shadow-over max-md:right-auto max-md:left-0">
        {files.map(({ label, meaning, href }) => (
          <li key={label}>
            <a
              href={href}
              download
              className="flex flex-col rounded-md px-2.5 py-1.5 text-sm hover:bg-hover max-md:py-2.5"
            >
              {label}
              <span className="text-xs text-ink-quiet">{meaning}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
