import { json, read, resource, write } from '@/lib/api/resource'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { campaignSorts, listCampaigns } from '@/lib/campaigns/list-campaigns'
import { oneOf } from '@/lib/fields'
import { pageParameters } from '@/lib/page'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({ ...pageParameters, sort: oneOf(campaignSorts).optional() }, async ({ actor, query }) =>
    json(await listCampaigns(actor, query)),
  ),
  POST: write(async ({ actor, body, once }) => {
    const campaign = await createCampaign(actor, body, { once })
    return json(campaign, { status: 201, headers: { Location: `/api/v1/campaigns/${campaign.id}` } })
  }),
})
