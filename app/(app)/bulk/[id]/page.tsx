import { notFound } from 'next/navigation'
import { BulkBadge } from '@/components/bulk/bulk-badge'
import { BulkProgress, BulkResult, UndoTouches } from '@/components/bulk/bulk-result'
import { LeadsWithReasons } from '@/components/leads/leads-with-reasons'
import { LinkButton } from '@/components/ui/button'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/access/current-actor'
import { orNotFound, pathId } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import { undoWithinHours } from '@/lib/bulk/bulk-shape'
import { getBulkAction, listExceptions } from '@/lib/bulk/queries'
import { bulkInWords } from '@/lib/bulk/words'
import { formatMoment } from '@/lib/format/format-time'
import { companySettings } from '@/lib/settings/queries'
import { cancelBulkActionAction, undoBulkActionAction } from '../actions'
import { HeldOffersCard } from './held-offers-card'

export const metadata = { title: 'Bulk action' }

const shownExceptions = 100
const hourMs = 3_600_000

export default async function BulkActionPage({ params }: PageProps<'/bulk/[id]'>) {
  const actor = await currentActor()
  if (!can(actor, 'bulk.run')) notFound()
  const id = pathId((await params).id)
  const [action, exceptions, { timeZone }] = await Promise.all([
    orNotFound(getBulkAction(actor, id)),
    listExceptions(actor, id, shownExceptions),
    companySettings(),
  ])
  const { status, kind, campaignId, createdBy, createdAt, changed, offers } = action
  const isUnderWay = status === 'running' || status === 'undoing'
  const undoUntil = new Date(createdAt.getTime() + undoWithinHours * hourMs)
  const isUndoable =
    kind === 'touch' && ['done', 'cancelled', 'failed'].includes(status) && changed > 0 && undoUntil > new Date()
  const isTheirs = createdBy.id === actor.id || can(actor, 'lead.assign')
  return (
    <>
      <PageHeader
        title={bulkInWords(action)}
        badge={<BulkBadge status={status} />}
        subline={`${createdBy.name}, ${formatMoment(createdAt, timeZone)}`}
        actions={campaignId ? <LinkButton href={`/campaigns/${campaignId}`}>See the campaign</LinkButton> : undefined}
      />
      <PageBody>
        <div className="flex max-w-4xl flex-col gap-4">
          {isUnderWay ? <BulkProgress of={action} cancel={cancelBulkActionAction} /> : <BulkResult of={action} />}
          {offers && !isUnderWay ? (
            <HeldOffersCard actor={actor} bulkActionId={id} offers={offers} timeZone={timeZone} />
          ) : null}
          {isUndoable && isTheirs ? (
            <UndoTouches of={action} undo={undoBulkActionAction} until={formatMoment(undoUntil, timeZone)} />
          ) : null}
          {isUnderWay ? null : (
            <LeadsWithReasons title="Left as they were" rows={exceptions} all={action.skipped + action.refused} />
          )}
        </div>
      </PageBody>
    </>
  )
}
