import { beforeAll, expect, test } from 'vitest'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import type { HandoffFilters } from '@/lib/handoffs/filters'
import { browseHandoffs, countHandoffs } from '@/lib/handoffs/list-handoffs'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { type HandoffOrigins, handoffOrigins } from '@/lib/handoffs/origins'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { type BecameOf, whatBecame, whatBecameBy } from '@/lib/handoffs/what-became'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'
import { assignLead } from '@/lib/leads/assign-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
let fair: string
const start = Date.parse('2026-11-02T09:00:00Z')
const at = (hours: number) => ({ now: new Date(start + hours * 3_600_000) })
const now = at(100).now

/** A lead of a source that the rule offers at its third touch, which is of the campaign where one is given. */
async function warmed(source: string | undefined, channel: 'webinar' | 'email', campaignId?: string) {
  const { id: leadId } = await createLead(cast.mia, { firstName: 'Ines', source }, at(0))
  for (const nth of [1, 2]) await logTouch(cast.mia, { leadId, channel: 'advertising' }, at(nth))
  await logTouch(cast.mia, { leadId, channel, ...(campaignId ? { campaignId } : {}) }, at(3))
  const { data } = await browseHandoffs(cast.max, { filters: { status: 'WAITING' }, sort: '-offeredAt', limit: 200 })
  const handoff = data.find((waiting) => waiting.leadId === leadId)
  return { leadId, handoffId: handoff?.id ?? '' }
}

beforeAll(async () => {
  cast = await castOf()
  fair = (await createCampaign(cast.mia, { name: 'Fair', channel: 'webinar' })).id
  const won = await warmed('Website', 'webinar', fair)
  await acceptHandoff(cast.sam, { handoffId: won.handoffId }, at(4))
  await closeLead(cast.sam, { leadId: won.leadId, outcome: 'won' }, at(20))
  const refused = await warmed('Website', 'webinar', fair)
  await returnHandoff(cast.sara, { handoffId: refused.handoffId, kind: 'repair', reason: 'bad_data' }, at(5))
  const tried = await warmed('Partner', 'email')
  await acceptHandoff(cast.sam, { handoffId: tried.handoffId }, at(5))
  await returnHandoff(cast.sam, { handoffId: tried.handoffId, kind: 'recycle', reason: 'not_now' }, at(6))
  const withdrawn = await warmed(undefined, 'email', fair)
  await withdrawHandoff(cast.mia, { handoffId: withdrawn.handoffId }, at(6))
  // Max offers it, so it is his, although Mia owns it; nobody had touched it.
  const { id: leadId } = await createLead(cast.mia, { firstName: 'Tom', source: 'Partner' }, at(0))
  await offerLead(cast.max, { leadId }, at(7))
  // What the rule offers is its owner's, whoever that is now.
  const given = await warmed('Partner', 'webinar')
  await assignLead(cast.max, { leadId: given.leadId, owner: cast.ada.id }, at(8))
})

const origin: Record<HandoffOrigins, (row: BecameOf) => HandoffFilters> = {
  source: ({ of }) => (of === null ? { noSource: 'yes' } : { source: of }),
  channel: ({ of }) => ({ channel: (of ?? 'none') as NonNullable<HandoffFilters['channel']> }),
  campaign: ({ of }) => ({ campaign: of ?? 'none' }),
}

test('by source, channel and campaign it is told what became of handoffs, and why they came back', async () => {
  const of = async (by: HandoffOrigins) =>
    Object.fromEntries((await whatBecameBy(cast.mia, by, {}, now)).map(({ of: key, ...row }) => [key ?? 'none', row]))
  expect(await of('source')).toMatchObject({
    Website: {
      offered: 2,
      accepted: 1,
      refused: 1,
      returned: 1,
      won: 1,
      reasons: [{ kind: 'repair', reason: 'bad_data', count: 1 }],
    },
    Partner: {
      offered: 3,
      accepted: 1,
      refused: 0,
      waiting: 2,
      returned: 1,
      won: 0,
      reasons: [{ kind: 'recycle', reason: 'not_now', count: 1 }],
    },
    none: { offered: 1, withdrawn: 1, reasons: [] },
  })
  expect(await of('channel')).toMatchObject({ webinar: { offered: 3 }, email: { offered: 2 }, none: { offered: 1 } })
  expect(await of('campaign')).toMatchObject({ [fair]: { name: 'Fair', offered: 3, won: 1 }, none: { offered: 3 } })
})

test('each number is that of the handoffs behind it, all rows add up, and so it is for one marketer', async () => {
  for (const which of [{}, { marketer: cast.mia.id }, { marketer: cast.max.id }, { marketer: cast.ada.id }]) {
    const all = await whatBecame(cast.max, which, now)
    expect(all.offered).toBe(await countHandoffs(cast.max, which, now))
    for (const by of handoffOrigins) {
      const rows = await whatBecameBy(cast.max, by, which, now)
      expect(rows.reduce((sum, { offered }) => sum + offered, 0)).toBe(all.offered)
      for (const row of rows) {
        const filters = { ...which, ...origin[by](row) }
        expect(row.accepted + row.refused + row.withdrawn + row.waiting).toBe(row.offered)
        for (const fate of ['accepted', 'refused', 'withdrawn', 'waiting', 'returned', 'won'] as const)
          expect(row[fate]).toBe(await countHandoffs(cast.max, { ...filters, fate }, now))
        for (const { kind, reason, count } of row.reasons)
          expect(count).toBe(await countHandoffs(cast.max, { ...filters, kind, reason }, now))
      }
    }
  }
  expect((await whatBecame(cast.max, { marketer: cast.max.id }, now)).offered).toBe(1)
  expect((await whatBecame(cast.max, { marketer: cast.ada.id }, now)).offered).toBe(1)
})

test('reps do not read it', async () => {
  await expect(whatBecame(cast.sam, {}, now)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
