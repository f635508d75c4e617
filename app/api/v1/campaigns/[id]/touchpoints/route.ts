import { json, resource, write } from '@/lib/api/resource'
import { campaignTouchesInput } from '@/lib/bulk/input'
import { previewTouch } from '@/lib/bulk/preview-touch'
import { startBulkAction } from '@/lib/bulk/start-bulk-action'
import { getCampaign } from '@/lib/campaigns/queries'
import { parseInput } from '@/lib/parse-input'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = resource({
  POST: write(async ({ actor, id, body, once }) => {
    const { channel } = await getCampaign(actor, id)
    const { leadIds, filter, dryRun, ...facts } = parseInput(campaignTouchesInput, body)
    const touches = { leadIds, filter, action: { kind: 'touch', channel, campaignId: id, ...facts } }
    if (dryRun) return json(await previewTouch(actor, touches))
    const job = await startBulkAction(actor, touches, { once })
    return json(job, { status: 202, headers: { Location: `/api/v1/jobs/${job.id}` } })
  }),
})
