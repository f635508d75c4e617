import { TouchLeadsForm } from '@/components/bulk/touch-leads-form'
import type { Actor } from '@/lib/access/actor'
import type { Selection } from '@/lib/bulk/input'
import { previewTouch, type TouchPreview } from '@/lib/bulk/preview-touch'
import { touchParams, writeSelection } from '@/lib/bulk/selection-params'
import { campaignOptions } from '@/lib/campaigns/campaign-options'
import { campaignChannel } from '@/lib/campaigns/queries'
import { DomainError } from '@/lib/errors'
import { instantOf } from '@/lib/local-time'
import { idParam, type PageParams, paramOf } from '@/lib/page-params'
import { companySettings } from '@/lib/settings/queries'
import { channelOptions } from '@/lib/touchpoints/channel-options'
import { touchLeadsAction } from '../actions'

/** What kind of touch, and what it will do to the chosen leads. */
export async function TouchStep({
  actor,
  params,
  selection,
  written,
}: {
  actor: Actor
  params: PageParams
  selection: Selection
  written: [string, string][]
}) {
  const [campaigns, { timeZone }] = await Promise.all([campaignOptions(actor), companySettings()])
  const order = {
    campaign: idParam(params, touchParams.campaign),
    channel: paramOf(params, touchParams.channel),
    occurredAt: paramOf(params, touchParams.occurredAt),
    isEngaged: paramOf(params, touchParams.isEngaged) !== undefined,
    offersPerDay: paramOf(params, touchParams.offersPerDay),
  }
  const { preview, refusal } = await foreseen(actor, selection, order, timeZone)
  return (
    <TouchLeadsForm
      action={touchLeadsAction}
      written={written}
      selection={writeSelection(selection)}
      order={order}
      campaigns={campaigns}
      channels={channelOptions}
      preview={preview}
      refusal={refusal}
      timeZone={timeZone}
    />
  )
}

type Order = {
  campaign: string | undefined
  channel: string | undefined
  occurredAt: string | undefined
  isEngaged: boolean
  offersPerDay: string | undefined
}

/** The preview, or why there is none; neither while the kind of touch is open. */
async function foreseen(
  actor: Actor,
  selection: Selection,
  { campaign, channel, occurredAt, isEngaged, offersPerDay }: Order,
  timeZone: string,
): Promise<{ preview: TouchPreview | null; refusal: string | null }> {
  if (!campaign && !channel) return { preview: null, refusal: null }
  try {
    const preview = await previewTouch(actor, {
      ...selection,
      action: {
        kind: 'touch',
        channel: campaign ? await campaignChannel(actor, campaign) : channel,
        engaged: isEngaged,
        ...(campaign ? { campaignId: campaign } : {}),
        ...(occurredAt ? { occurredAt: instantOf(occurredAt, timeZone) } : {}),
        ...(offersPerDay ? { offersPerDay: Number(offersPerDay) } : {}),
      },
    })
    return { preview, refusal: null }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'INVALID') return { preview: null, refusal: error.message }
    throw error
  }
}
