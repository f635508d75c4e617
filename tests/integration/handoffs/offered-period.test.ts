import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import type { HandoffFilters } from '@/lib/handoffs/filters'
import { countHandoffs, listHandoffs } from '@/lib/handoffs/list-handoffs'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'
import { assignLead } from '@/lib/leads/assign-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { periodEdge } from '@/lib/period'
import { readAsked } from '@/lib/reports/asked'
import { dashboardReport } from '@/lib/reports/dashboard'
import { type Cast, castOf } from '@/tests/integration/cast'

const zone = 'Europe/Stockholm'
const now = new Date('2026-11-20T12:00:00Z')
const asked = { period: undefined, from: '2026-11-01', through: '2026-11-15', asOf: undefined }
const [from, to] = [periodEdge('2026-11-01', zone), periodEdge('2026-11-16', zone)]

let cast: Cast

async function offered(name: string, at: string) {
  const lead = await createLead(cast.mia, { firstName: name }, { now: new Date('2026-10-01T09:00:00Z') })
  const { id } = await offerLead(cast.mia, { leadId: lead.id }, { now: new Date(at) })
  return { leadId: lead.id, handoffId: id }
}

const after = (at: string, hours: number) => ({ now: new Date(Date.parse(at) + hours * 3_600_000) })

beforeAll(async () => {
  cast = await castOf()
  await db.settings.update({ where: { id: 1 }, data: { timeZone: zone } })
  await offered('October still', '2026-10-31T22:59:59Z')
  await offered('November already', '2026-10-31T23:00:00Z')
  await offered('The last second', '2026-11-15T22:59:59Z')
  await offered('The day after', '2026-11-15T23:00:00Z')

  const at = '2026-11-05T09:00:00Z'
  const [kept, won, givenBack, refused, late, withdrawn, gone, passedOn] = await Promise.all(
    ['Kept', 'Won', 'Given back', 'Refused', 'Late', 'Withdrawn', 'Gone', 'Passed on'].map((name) => offered(name, at)),
  )
  for (const handoff of [kept, won, givenBack, gone, passedOn])
    await acceptHandoff(cast.sam, handoffOf(handoff), after(at, 1))
  await closeLead(cast.sam, { leadId: won?.leadId, outcome: 'won' }, after(at, 48))
  const recycle = { kind: 'recycle', reason: 'not_now' }
  await returnHandoff(cast.sam, { ...handoffOf(givenBack), ...recycle }, after(at, 72))
  await returnHandoff(cast.sara, { ...handoffOf(refused), ...recycle }, after(at, 2))
  await returnHandoff(cast.sara, { ...handoffOf(late), kind: 'repair', reason: 'bad_data' }, after(at, 30))
  await withdrawHandoff(cast.mia, handoffOf(withdrawn), after(at, 1))
  await deleteLead(cast.max, { leadId: gone?.leadId }, after(at, 3))
  await assignLead(cast.max, { leadId: passedOn?.leadId, rep: cast.sara.id }, after(at, 5))
})

const handoffOf = (made: { handoffId: string } | undefined) => ({ handoffId: made?.handoffId })

const inPeriod = (filters: HandoffFilters) => ({ ...filters, offeredFrom: from, offeredTo: to })
const total = (filters: HandoffFilters) => countHandoffs(cast.max, inPeriod(filters), now)

describe('handoffs by when they were offered', () => {
  test('a period of days begins and ends at midnight of the company', async () => {
    const { data } = await listHandoffs(cast.max, { filters: inPeriod({ fate: 'waiting' }), sort: '-offeredAt', now })
    expect(data.map(({ lead }) => lead.name)).toEqual(['The last second', 'November already'])
  })

  test('the latest offers come first, page after page, each once', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listHandoffs(cast.max, { filters: inPeriod({}), sort: '-offeredAt', limit: 4, now, cursor })
      seen.push(...page.data.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(await total({}))
    expect((await listHandoffs(cast.max, { sort: '-offeredAt', now })).data[0]?.lead.name).toBe('The day after')
  })

  test('every number of handoffs on the dashboard is the total of the list that it opens', async () => {
    const { books } = await readAsked(cast.max, asked, now)
    if (!books) throw new Error('the present needs no replay')
    const { handoffs, returns, reps } = await dashboardReport(cast.max, books, null)
    expect(handoffs).toMatchObject({
      offered: 9,
      accepted: 4,
      answered: 6,
      withdrawn: 1,
      waiting: 2,
      answeredInTime: 5,
    })
    expect(await total({})).toBe(handoffs.offered)
    expect(await total({ fate: 'accepted' })).toBe(handoffs.accepted)
    expect(await total({ fate: 'refused' })).toBe(handoffs.answered - handoffs.accepted)
    expect(await total({ fate: 'withdrawn' })).toBe(handoffs.withdrawn)
    expect(await total({ fate: 'waiting' })).toBe(handoffs.waiting)
    expect(await total({ fate: 'answered-in-time' })).toBe(handoffs.answeredInTime)
    expect(returns).toHaveLength(2)
    for (const { kind, reason, count } of returns) expect(await total({ kind, reason })).toBe(count)
    expect(reps?.map(({ name, accepted }) => [name, accepted])).toEqual([
      ['Sam', 3],
      ['Sara', 1],
    ])
    for (const { id, accepted } of reps ?? []) expect(await total({ fate: 'accepted', rep: id })).toBe(accepted)
  })
})
