import { notFound } from 'next/navigation'
import { BulkTable } from '@/components/bulk/bulk-table'
import { PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/access/current-actor'
import { can } from '@/lib/access/permissions'
import { listBulkActions } from '@/lib/bulk/queries'
import { companySettings } from '@/lib/settings/queries'

export const metadata = { title: 'Bulk actions' }

const shown = 100

export default async function BulkActionsPage() {
  const actor = await currentActor()
  if (!can(actor, 'bulk.run')) notFound()
  const [{ data }, { timeZone }] = await Promise.all([listBulkActions(actor, { limit: shown }), companySettings()])
  return (
    <>
      <PageHeader title="Bulk actions" subline="What was done to many leads at once, the latest first" />
      <BulkTable actions={data} zone={timeZone} now={new Date()} />
    </>
  )
}
