import { beforeAll, expect, test } from 'vitest'
import { listTimeline, type TimelineFilter } from '@/lib/activity/timeline'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { createLead } from '@/lib/leads/create-lead'
import { getLeadPage } from '@/lib/leads/lead-page'
import type { LeadShape } from '@/lib/leads/lead-shape'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
const start = new Date('2026-11-02T09:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000)

beforeAll(async () => {
  cast = await castOf()
})

const words = (line: Awaited<ReturnType<typeof listTimeline>>['data'][number]) =>
  line.touch?.channel ?? line.change?.type

test('the history of a lead: touches when they took place, what follows beside them, said once', async () => {
  const { id: leadId } = (await createLead(cast.mia, { firstName: 'Ines' }, { now: start })) as LeadShape
  await logTouch(cast.mia, { leadId, channel: 'email' }, { now: at(1) })
  await logTouch(cast.mia, { leadId, channel: 'webinar', note: 'Asked a question' }, { now: at(2) })
  // Told late: it took place before the other two.
  const third = await logTouch(cast.max, { leadId, channel: 'introduction', occurredAt: at(0.5) }, { now: at(3) })
  const { handoff } = await getLeadPage(cast.max, leadId, at(4))
  await acceptHandoff(cast.sam, { handoffId: handoff?.id }, { now: at(4) })
  const { touchpoint } = await logTouch(cast.sam, { leadId, channel: 'meeting' }, { now: at(5) })
  await voidTouch(cast.sam, { touchpointId: touchpoint.id }, { now: at(6) })
  await returnHandoff(cast.sam, { handoffId: handoff?.id, kind: 'recycle', reason: 'not_now' }, { now: at(7) })

  const all = await listTimeline(cast.sam, { leadId })
  expect(all.data.map(words)).toEqual([
    'handoff_returned',
    'meeting',
    'handoff_accepted',
    'lead_offered',
    'webinar',
    'email',
    'introduction',
    'lead_created',
  ])
  expect(all.data[1]).toMatchObject({ actor: 'Sam', touch: { id: touchpoint.id, voidedAt: at(6), voidedBy: 'Sam' } })
  expect(all.data[6]).toMatchObject({ at: at(0.5), actor: 'Max', touch: { id: third.touchpoint.id, loggedAt: at(3) } })

  const only = async (filter: TimelineFilter) => (await listTimeline(cast.max, { leadId, filter })).data.map(words)
  expect(await only('marketing')).toEqual(['webinar', 'email'])
  expect(await only('sales')).toEqual(['meeting', 'introduction'])
  expect(await only('handoffs')).toEqual(['handoff_returned', 'handoff_accepted', 'lead_offered'])
})

test('goes on where its page ended, also where several lines have the same moment', async () => {
  const { id: leadId } = (await createLead(cast.mia, { firstName: 'Long' }, { now: start })) as LeadShape
  for (let n = 0; n < 12; n++) await logTouch(cast.mia, { leadId, channel: 'email', occurredAt: at(1) }, { now: at(2) })
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await listTimeline(cast.mia, { leadId, limit: 5, ...(cursor ? { cursor } : {}) })
    seen.push(...page.data.map(({ seq }) => seq))
    cursor = page.nextCursor
  }
  expect(seen).toHaveLength(14)
  expect(new Set(seen).size).toBe(14)
  await expect(listTimeline(cast.mia, { leadId, cursor: 'x' })).rejects.toMatchObject({ code: 'INVALID' })
})

test('does not exist for who may not see the lead', async () => {
  const { id: leadId } = (await createLead(cast.mia, { firstName: 'Hidden' }, { now: start })) as LeadShape
  await expect(listTimeline(cast.sam, { leadId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(getLeadPage(cast.sam, leadId, start)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the dashed line stands after the touches that had happened when Sales accepted', async () => {
  const { id: leadId } = (await createLead(cast.mia, { firstName: 'Taken' }, { now: start })) as LeadShape
  for (const n of [1, 2, 3]) await logTouch(cast.mia, { leadId, channel: 'email' }, { now: at(n) })
  const { handoff, rights } = await getLeadPage(cast.sam, leadId, at(4))
  expect(rights).toMatchObject({ accept: true, return: true, withdraw: false, edit: false, close: false, log: true })
  await acceptHandoff(cast.sam, { handoffId: handoff?.id }, { now: at(4) })
  await logTouch(cast.sam, { leadId, channel: 'meeting' }, { now: at(5) })
  const page = await getLeadPage(cast.sam, leadId, at(6))
  expect(page).toMatchObject({
    takenAfter: 3,
    rights: { accept: false, return: true, edit: true, close: true, assign: false },
  })
  expect((await getLeadPage(cast.sara, leadId, at(6))).rights).toMatchObject({
    return: false,
    close: false,
    edit: false,
  })
})
