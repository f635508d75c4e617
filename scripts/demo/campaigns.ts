import { runChunk } from '@/lib/bulk/run-chunk'
import { startBulkAction } from '@/lib/bulk/start-bulk-action'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import type { Chance } from './chance'
import { respondTo } from './marketing'
import { day, morning, hour, whenAtWork, workdayUpTo } from './time'
import { wasTouched } from './touch'
import { campaigns, eventNotes, waveNotes } from './words'
import { type DemoCampaign, type DemoLead, isWarming, plan, warmAt, type World } from './world'

const month = 30 * day
const runsFor = 82 * day

/** One mailing, post or evening of a campaign: a bulk touch on those whom it reaches. */
export type Wave = { campaign: DemoCampaign; at: number; isEvent: boolean }

export async function addCampaigns({ cast, now }: World): Promise<DemoCampaign[]> {
  const added: DemoCampaign[] = []
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
  for (const [name, channel, monthsAgo, budget, reaches, moves] of campaigns) {
    const startsAt = now - (monthsAgo + 0.6) * month
    const endsAt = startsAt + runsFor
    const { id } = await createCampaign(
      cast.mia,
      { name, channel, budget, startsOn: dayOf(startsAt), endsOn: dayOf(endsAt) },
      { now: new Date(startsAt) },
    )
    added.push({ id, name, channel, startsAt, endsAt, reaches, moves })
  }
  return added
}

/** All waves in the order of time. Those who come to a webinar or an evening were invited some days before. */
export function wavesOf(all: DemoCampaign[], chance: Chance, { quietFrom }: World): Wave[] {
  const waves: Wave[] = []
  for (const campaign of all) {
    const hasEvents = campaign.channel === 'webinar' || campaign.channel === 'networking'
    const last = Math.min(campaign.endsAt, quietFrom)
    for (let at = campaign.startsAt + chance.whole(1, 4) * day; at < last; at += chance.whole(17, 26) * day) {
      const time = morning(at, chance)
      const event = morning(time + chance.whole(6, 9) * day, chance)
      if (time < last) waves.push({ campaign, at: time, isEvent: false })
      if (hasEvents && event < last) waves.push({ campaign, at: event, isEvent: true })
    }
    const lately = workdayUpTo(quietFrom - chance.whole(0, 3) * day - 6 * hour) + chance.whole(0, 300) * 60_000
    if (campaign.endsAt > quietFrom && lately < quietFrom) waves.push({ campaign, at: lately, isEvent: false })
  }
  return waves.toSorted((a, b) => a.at - b.at)
}

/** Whom a wave goes to: leads that are being warmed, some of those Sales works on, few others. */
function isReached(lead: DemoLead, { campaign: { reaches }, at }: Wave): boolean {
  if (lead.desk === 'NOWHERE' || lead.desk === 'QUEUE') return false
  if (isWarming(lead, at)) return lead.chance.happens(reaches * (0.75 + 0.9 * lead.interest))
  if (lead.desk === 'SALES') return lead.chance.happens(reaches * 0.7)
  if (lead.touches < warmAt || lead.touches > 13) return false
  return at - lead.lastTouchAt < 200 * day && lead.chance.happens(reaches * 0.2)
}

/** One bulk touch, four seconds after it was asked for. */
export async function touchAll(leadIds: string[], action: object, at: number, { cast: { mia } }: World): Promise<void> {
  const { id: bulkActionId } = await startBulkAction(mia, { leadIds, action }, { now: new Date(at) })
  for (let seq = 0; await runChunk(mia, { bulkActionId, seq }, { now: new Date(at + 4000) });) seq++
}

/** Logs a wave as Marketing does, by one bulk touch; later some of those whom it reached respond. */
export async function runWave(wave: Wave, leads: DemoLead[], world: World): Promise<void> {
  const { campaign, at, isEvent } = wave
  const reached = leads
    .filter((lead) => isReached(lead, wave))
    .filter(({ chance }) => !isEvent || chance.happens(campaign.moves))
  if (reached.length === 0) return
  const note = (isEvent ? eventNotes : waveNotes)[campaign.channel] ?? campaign.name
  const action = { kind: 'touch', channel: campaign.channel, campaignId: campaign.id, engaged: isEvent, note }
  const leadIds = reached.map(({ id }) => id)
  await touchAll(leadIds, action, at, world)
  for (const lead of reached) {
    if (lead.isDoNotContact) continue
    wasTouched(lead, at + 4000, world)
    const { chance, interest } = lead
    if (isEvent || !chance.happens(campaign.moves * (0.5 + 2.2 * interest))) continue
    plan(lead, whenAtWork(at + chance.whole(2, 110) * hour, chance), respondTo(campaign))
  }
}
