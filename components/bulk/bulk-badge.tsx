import { StatusBadge } from '@/components/ui/status-badge'
import { bulkStatusWords } from '@/lib/bulk/words'
import type { BulkStatus } from '@/prisma/generated/enums'

/** How far a bulk action is. */
export function BulkBadge({ status }: { status: BulkStatus }) {
  return <StatusBadge status={status}>{bulkStatusWords[status]}</StatusBadge>
}
