import { Link } from '@/components/ui/link'
import { formatCount, formatCountOf } from '@/lib/format/format-number'
import { Card } from '../ui/card'

/** Leads of which something is to be known, each with the reason; nothing where there are none. `all` may be more than are shown. */
export function LeadsWithReasons({
  title,
  rows,
  all,
}: {
  title: string
  rows: { lead: { id: string; name: string }; why: string }[]
  all: number
}) {
  if (rows.length === 0) return null
  return (
    <Card
      title={title}
      aside={all > rows.length ? `the first ${rows.length} of ${formatCount(all)}` : formatCountOf(all, 'lead')}
    >
      <ul className="flex flex-col">
        {rows.map(({ lead, why }) => (
          <li
            key={lead.id}
            className="grid gap-x-4 gap-y-0.5 border-t border-line py-2.5 text-sm first:border-t-0 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]"
          >
            <Link href={`/leads/${lead.id}`} className="truncate font-medium hover:underline">
              {lead.name}
            </Link>
            <span className="min-w-0 text-ink-soft">{why}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
