import { StatusBadge } from '@/components/ui/status-badge'
import { dryRunWords, statusWords } from '@/lib/imports/words-for-people'
import type { ImportStatus } from '@/prisma/generated/enums'

/** How far an import is. */
export function ImportBadge({ status, isDryRun = false }: { status: ImportStatus; isDryRun?: boolean }) {
  return <StatusBadge status={status}>{isDryRun ? dryRunWords[status] : statusWords[status]}</StatusBadge>
}
