import { TouchForm } from '@/components/leads/touch-form'
import { Dialog } from '@/components/ui/dialog'
import { campaignOptions } from '@/lib/campaigns/campaign-options'
import { paramOf } from '@/lib/page-params'
import { workingHours } from '@/lib/settings/promise-rules'
import { timeOptions } from '@/lib/tasks/quick-times'
import { allChannels } from '@/lib/touchpoints/channel'
import { logTouchAction, undoTouchAction } from '../actions'
import type { LeadDialogProps } from './lead-dialog-props'

/** Logs a touch; `?channel=` chooses its channel beforehand. */
export async function TouchDialog({ actor, page: { lead, timeZone, rights }, params, now, backHref }: LeadDialogProps) {
  return (
    <Dialog title="Log a touch" subline={lead.name} closeHref={backHref}>
      <TouchForm
        action={logTouchAction}
        undo={undoTouchAction}
        leadId={lead.id}
        channel={allChannels.find((channel) => channel === paramOf(params, 'channel'))}
        campaigns={await campaignOptions(actor)}
        timeZone={timeZone}
        onlyInbound={lead.doNotContact}
        nextTimes={rights.plan ? timeOptions(now, await workingHours()) : undefined}
        doneHref={backHref}
        cancelHref={backHref}
      />
    </Dialog>
  )
}
