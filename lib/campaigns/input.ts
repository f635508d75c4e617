import * as z from 'zod'
import { currencyCode, day, money, oneOf, text } from '@/lib/fields'
import { allChannels } from '@/lib/touchpoints/channel'

export const createCampaignInput = z
  .strictObject({
    name: text(200),
    channel: oneOf(allChannels),
    startsOn: day.optional(),
    endsOn: day.optional(),
    budget: money.optional(),
    currency: currencyCode.optional(),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || endsOn >= startsOn, {
    path: ['endsOn'],
    message: 'A campaign does not end before it starts.',
  })
