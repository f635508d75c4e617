import 'server-only'
import { rehearseCampaigns, settleCampaigns } from '@/lib/campaigns/settle-campaigns'
import type { Tx } from '@/lib/db'
import { uuid } from '@/lib/fields'
import { type BatchContext, type Fate, fateOf } from '@/lib/imports/batch'
import { KnownLeads, leadOf } from '@/lib/imports/known-leads'
import type { TouchRow } from '@/lib/imports/read-facts'
import { recordChanges } from '@/lib/imports/record-changes'
import { knownBy, lockKnownBy } from '@/lib/leads/known-by'
import { lockIdentities } from '@/lib/leads/lock-identities'
import type { NewTouchpoint } from '@/lib/touchpoints/new-touchpoint'
import { forgetReplays } from '@/lib/replays/forget-replays'
import { recordTouchpoints } from '@/lib/touchpoints/record-touchpoints'

/**
 * A step: takes touches in through the one way for touches. A touch with a known external id, or equal in all to one
 * that is there or came earlier in the file (voided ones too, reverted ones not), is skipped. Returns each row's fate.
 */
export async function importTouchpoints(context: BatchContext, rows: TouchRow[]): Promise<Fate[]> {
  const { tx, actor, now, importId, offersWarm, rehearsal } = context
  if (!rehearsal)
    await lockIdentities(
      tx,
      rows.flatMap(({ touch }) => (touch.externalId ? [`touch ${touch.externalId}`] : [])),
    )
  const known = await (rehearsal ? knownBy : lockKnownBy)(
    tx,
    rows.map(({ lead }) => lead),
  )
  const ids = known.map(({ leadId }) => leadId)
  const leads = new KnownLeads(
    await tx.lead.findMany({
      where: { id: { in: ids } },
      select: { id: true, externalId: true, email: true },
    }),
    known,
  )
  const named = rows.flatMap(({ campaign, touch }) => (campaign ? [{ name: campaign, channel: touch.channel }] : []))
  const campaigns = rehearsal
    ? await rehearseCampaigns(tx, named)
    : await settleCampaigns(tx, named, { byId: actor.id, now })

  const meant = rows.map(({ lead, touch, campaign }) => {
    let found: NewTouchpoint | undefined
    const fate = fateOf(() => {
      const { id } = leadOf(leads, lead, context.seen)
      const campaignId = campaign && campaigns.get(campaign)
      found = { ...touch, leadId: id, ...(campaignId ? { campaignId } : {}) }
      return 'created'
    })
    return { fate, touch: found }
  })

  const touches = meant.flatMap(({ touch }) => touch ?? [])
  const there = await touchesThere(tx, touches)
  const unwanted = await unwantedOf(tx, ids)
  const fresh: NewTouchpoint[] = []
  const fates = meant.map(({ fate, touch }) => {
    if (!touch) return fate
    const keys = [touch.externalId ? `id ${touch.externalId}` : '', keyOf(touch)].filter(Boolean)
    if (keys.some((key) => there.has(key) || rehearsal?.hasTouch(key))) return 'skipped'
    if (touch.direction === 'outbound' && unwanted.has(touch.leadId)) return { problem: unwantedContact }
    for (const key of keys) {
      there.add(key)
      rehearsal?.keepTouch(key)
    }
    fresh.push(touch)
    return 'created'
  })
  if (rehearsal) return fates
  const wakeDays = offersWarm ? await wakeDaysOf(tx, fresh) : []
  await recordTouchpoints(tx, fresh, { loggedById: actor.id, now, importId, offersRisen: offersWarm })
  await rememberWakeDays(tx, importId, wakeDays)
  await forgetReplays(
    tx,
    fresh.flatMap(({ loggedAt }) => loggedAt ?? []),
  )
  return fates
}

const unwantedContact = 'This lead is marked do-not-contact: only inbound touches are logged.'

/** The leads that are marked do-not-contact: only what is there already may be outbound. */
async function unwantedOf(tx: Tx, ids: string[]): Promise<Set<string>> {
  const marked = await tx.leadState.findMany({
    where: { leadId: { in: ids }, doNotContact: true },
    select: { leadId: true },
  })
  return new Set(marked.map(({ leadId }) => leadId))
}

/** The days on which recycled leads were to wake: an offer forgets them, and taking the import back needs them. */
const wakeDaysOf = (tx: Tx, touches: NewTouchpoint[]) =>
  tx.leadState.findMany({
    where: { leadId: { in: touches.map(({ leadId }) => leadId) }, wakeOn: { not: null } },
    select: { leadId: true, wakeOn: true },
  })

async function rememberWakeDays(tx: Tx, importId: string, wakeDays: Awaited<ReturnType<typeof wakeDaysOf>>) {
  const awake = await tx.leadState.findMany({
    where: { leadId: { in: wakeDays.map(({ leadId }) => leadId) }, wakeOn: null },
    select: { leadId: true },
  })
  const woken = new Set(awake.map(({ leadId }) => leadId))
  await recordChanges(
    tx,
    importId,
    wakeDays.flatMap(({ leadId, wakeOn }) =>
      woken.has(leadId) ? [{ leadId, before: { wakeOn }, after: { wakeOn: null } }] : [],
    ),
  )
}

/** All that makes two touches the same. */
const keyOf = (
  touch: Omit<NewTouchpoint, 'campaignId' | 'note' | 'externalId' | 'loggedAt' | 'voidedAt'> & {
    campaignId?: string | null
    note?: string | null
    externalId?: string | null
  },
) =>
  JSON.stringify([
    touch.leadId,
    touch.channel,
    touch.direction,
    touch.engaged,
    touch.occurredAt.getTime(),
    touch.campaignId ?? null,
    touch.note ?? null,
    touch.externalId ?? null,
  ])

/** What of these touches is in the ledger, by external id and by all they say. */
async function touchesThere(tx: Tx, touches: NewTouchpoint[]): Promise<Set<string>> {
  const moments = JSON.stringify(touches.map(({ leadId, occurredAt }) => ({ leadId, occurredAt })))
  const equal = await tx.$queryRaw<Parameters<typeof keyOf>[0][]>`
    select t.lead_id as "leadId", t.channel::text as channel, t.direction::text as direction, t.engaged,
      t.occurred_at as "occurredAt", t.campaign_id as "campaignId", t.note, t.external_id as "externalId"
    from (
      select distinct "leadId", "occurredAt"
      from json_to_recordset(${moments}::json) as r("leadId" uuid, "occurredAt" timestamptz(3))
    ) as r join touchpoint t on t.lead_id = r."leadId" and t.occurred_at = r."occurredAt" and t.reverted_at is null`
  const names = touches.flatMap(({ externalId }) => externalId ?? [])
  const known = await tx.touchpoint.findMany({
    where: { externalId: { in: names }, revertedAt: null },
    select: { externalId: true },
  })
  // An export calls a touch without an external id by its own.
  const own = await tx.touchpoint.findMany({
    where: { id: { in: names.filter((name) => uuid.safeParse(name).success) }, externalId: null, revertedAt: null },
    select: { id: true },
  })
  return new Set([
    ...equal.map(keyOf),
    ...known.map(({ externalId }) => `id ${externalId}`),
    ...own.map(({ id }) => `id ${id}`),
  ])
}
