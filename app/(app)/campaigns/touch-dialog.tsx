import { CampaignTouchForm } from '@/components/campaigns/campaign-touch-form'
import { LeadFinder } from '@/components/campaigns/lead-finder'
import { TouchMeter } from '@/components/leads/touch-meter'
import { Dialog } from '@/components/ui/dialog'
import { hrefWith } from '@/components/ui/search-params'
import type { Actor } from '@/lib/access/actor'
import { campaignOptions } from '@/lib/campaigns/campaign-options'
import { coldLeads } from '@/lib/marketing/cold-leads'
import { listLeads } from '@/lib/leads/list-leads'
import { findLead } from '@/lib/leads/queries'
import { idParam, type PageParams } from '@/lib/page-params'
import type { ScoringPolicy } from '@/lib/scoring/policy'
import { wordsParam } from '@/lib/words-param'
import { logCampaignTouchAction, undoCampaignTouchAction } from './actions'

/** How many leads the finder shows. */
const found = 8

/**
 * Logs a touch for a campaign over the page `path`: first whose, then what. Without letters the finder offers the cold
 * leads that have been silent the longest.
 */
export async function CampaignTouchDialog({
  actor,
  path,
  params,
  campaign = idParam(params, 'campaign'),
  policy,
  timeZone,
}: {
  actor: Actor
  path: string
  params: PageParams
  campaign?: string
  policy: Pick<ScoringPolicy, 'warmAt' | 'hotAt' | 'closeBy'>
  timeZone: string
}) {
  const leadId = idParam(params, 'lead')
  const lead = leadId ? await findLead(actor, leadId) : null
  const closeHref = hrefWith(path, params, { do: null, lead: null, find: null, campaign: null })
  if (lead)
    return (
      <Dialog
        key="touch"
        title="Log a campaign touch"
        subline={[lead.name, lead.company?.name].filter(Boolean).join(' · ')}
        closeHref={closeHref}
      >
        <div className="mb-4">
          <TouchMeter ticks={lead.ticks} touchCount={lead.touchCount} {...policy} size="card" />
        </div>
        <CampaignTouchForm
          action={logCampaignTouchAction}
          undo={undoCampaignTouchAction}
          leadId={lead.id}
          campaign={campaign}
          campaigns={await campaignOptions(actor)}
          timeZone={timeZone}
          doneHref={closeHref}
          otherHref={hrefWith(path, params, { lead: null })}
        />
      </Dialog>
    )
  const words = wordsParam(params, 'find') ?? ''
  const { data } = await listLeads(
    actor,
    words ? { filters: { q: words }, limit: found } : { filters: coldLeads, sort: 'lastTouchAt', limit: found },
  )
  return (
    <Dialog key="find" title="Log a campaign touch" subline="Whom did the campaign reach?" closeHref={closeHref}>
      <LeadFinder
        action={path}
        keep={{ do: 'touch', campaign }}
        words={words}
        leads={data}
        hrefOf={(id) => hrefWith(path, params, { lead: id, find: null })}
      />
    </Dialog>
  )
}
