import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** What a number means, folded away beside it; `wide` for a table. `<Definition>Leads created in the period that reached warm.</Definition>` */
export function Definition({
  summary = 'How this is counted',
  wide = false,
  children,
}: {
  summary?: string
  wide?: boolean
  children: ReactNode
}) {
  return (
    <details data-definition={wide ? 'table' : 'words'} className="group text-xs text-ink-quiet">
      <summary className="inline-flex items-center gap-1 rounded-sm py-1 hover:text-ink max-md:min-h-10">
        <ChevronRight className="size-3.5 transition-transform group-open:rotate-90" aria-hidden="true" />
        {summary}
      </summary>
      <div className={`pt-1 pb-1 leading-relaxed ${wide ? '' : 'max-w-prose pl-4.5'}`}>{children}</div>
    </details>
  )
}
