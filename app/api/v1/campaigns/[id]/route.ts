import { json, read, resource } from '@/lib/api/resource'
import { getCampaign } from '@/lib/campaigns/queries'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  GET: read({}, async ({ actor, id }) => json(await getCampaign(actor, id))),
})
