'use server'

import type { Actor } from '@/lib/access/actor'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { campaignChannel } from '@/lib/campaigns/queries'
import { formAction, undoAction } from '@/lib/forms/form-action'
import { instantOf } from '@/lib/local-time'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'

/** Makes a campaign and goes to it. */
export const createCampaignAction = formAction(
  (fields) => ({
    name: fields.text('name'),
    channel: fields.text('channel'),
    startsOn: fields.text('startsOn'),
    endsOn: fields.text('endsOn'),
    budget: fields.number('budget'),
  }),
  createCampaign,
  ({ id }) => ({ redirectTo: `/campaigns/${id}` }),
)

type CampaignTouch = { campaignId?: string }

/** A touch by the channel of its campaign. */
const logByCampaign = async (actor: Actor, touch: CampaignTouch) =>
  logTouch(actor, { ...touch, channel: await campaignChannel(actor, touch.campaignId) })

/** Logs a touch of one lead, credited to a campaign. */
export const logCampaignTouchAction = formAction(
  (fields) => {
    const when = fields.text('occurredAt')
    return {
      leadId: fields.text('leadId'),
      campaignId: fields.text('campaignId'),
      occurredAt: when && instantOf(when, fields.text('timeZone') ?? 'UTC'),
      engaged: fields.isTicked('engaged'),
      note: fields.text('note'),
    }
  },
  (actor, input) => logByCampaign(actor, input as CampaignTouch),
  ({ touchpoint, lead }) => ({ message: `Touch of ${lead.name} logged`, made: touchpoint.id }),
)

/** Takes the touch back that was just logged. */
export const undoCampaignTouchAction = undoAction(
  (actor, touchpointId) => voidTouch(actor, { touchpointId }),
  'The touch is taken back',
)
