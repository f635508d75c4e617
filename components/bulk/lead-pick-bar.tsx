import { Button } from '@/components/ui/button'
import { PickBar } from '@/components/ui/pick'
import { bulkKinds, bulkKindWords } from '@/lib/bulk/words'
import { formatCount } from '@/lib/format/format-number'

/**
 * What can be done with the ticked leads of a list. `written` are the filters of the list, `columns` those that an export
 * is to have.
 */
export function LeadPickBar({
  total,
  isCapped,
  written,
  mayExport,
  columns,
}: {
  total: number
  isCapped: boolean
  written: Record<string, string>
  mayExport: boolean
  columns: string | null
}) {
  const label = `Choose all ${formatCount(total)}${isCapped ? '+' : ''} that match`
  const href = `/bulk/new?${new URLSearchParams({ all: '1', ...written })}`
  return (
    <PickBar action="/bulk/new" noun={{ one: 'lead', many: 'leads' }} all={{ label, href }}>
      {bulkKinds.slice(0, 3).map((kind, nth) => (
        <Button
          key={kind}
          type="submit"
          name="do"
          value={kind}
          look={nth === 0 ? 'primary' : 'secondary'}
          size="sm"
          shortcut={kind === 'touch' ? 'T' : undefined}
        >
          {bulkKindWords[kind]}
        </Button>
      ))}
      {mayExport ? (
        <Button type="submit" size="sm" formAction="/exports/leads.csv" name="columns" value={columns ?? ''}>
          Export
        </Button>
      ) : null}
      <Button type="submit" size="sm" look="quiet">
        More…
      </Button>
    </PickBar>
  )
}
