import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { countHandoffs } from '@/lib/handoffs/list-handoffs'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { openBooks } from '@/lib/reports/books'
import { offersByTouches } from '@/lib/reports/handoffs/offers-by-touches'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
const at = (hours: number) => ({ now: new Date(Date.parse('2026-11-02T09:00:00Z') + hours * 3_600_000) })

beforeAll(async () => {
  cast = await castOf()
})

/** A lead that is offered with so many touches: by the rule from the third on, by hand before. */
async function offered(touches: number, hour: number, source = 'Fair') {
  const { id: leadId } = await createLead(cast.mia, { firstName: 'Ines', source }, at(hour))
  for (let nth = 0; nth < touches; nth++) await logTouch(cast.mia, { leadId, channel: 'webinar' }, at(hour))
  if (touches < 3) await offerLead(cast.mia, { leadId }, at(hour))
  const { id: handoffId } = await db.handoff.findFirstOrThrow({ where: { leadId, status: 'WAITING' } })
  return { leadId, handoffId }
}

const accept = (rep: Actor, { handoffId }: { handoffId: string }, hour: number) =>
  acceptHandoff(rep, { handoffId }, at(hour))

const read = async (asked: object = {}) => offersByTouches(await openBooks(cast.max, asked, at(500).now))

test('handoffs are told apart by the touches at the offer: accepted of those answered, won of those accepted', async () => {
  const [won, refused, open] = [await offered(3, 0), await offered(3, 1), await offered(3, 2)]
  await accept(cast.sam, won, 10)
  await closeLead(cast.sam, { leadId: won.leadId, outcome: 'won' }, at(20))
  await returnHandoff(cast.sam, { handoffId: refused.handoffId, kind: 'recycle', reason: 'not_now' }, at(11))
  await accept(cast.sara, open, 12)
  await offered(3, 3)
  const early = await offered(1, 4, 'Web')
  await accept(cast.sara, early, 13)
  await closeLead(cast.sara, { leadId: early.leadId, outcome: 'lost', reason: 'no_fit' }, at(21))

  const late = { touches: 3, offered: 4, answered: 3, accepted: 2, won: 1, underWay: 1 }
  const soon = { touches: 1, offered: 1, answered: 1, accepted: 1, won: 0, underWay: 0 }
  expect(await read()).toEqual([soon, late])
  expect(await read({ source: 'Web' })).toEqual([soon])
  expect(await read({ from: at(3).now.toISOString() })).toEqual([
    soon,
    { touches: 3, offered: 1, answered: 0, accepted: 0, won: 0, underWay: 0 },
  ])
  // As it was known before the win, when the two were with Sales.
  expect(await read({ asOf: at(15).now.toISOString() })).toEqual([
    { ...soon, underWay: 1 },
    { ...late, won: 0, underWay: 2 },
  ])

  // Each number opens its handoffs.
  const opens = (filters: object) => countHandoffs(cast.max, { offerTouches: 3, ...filters }, at(500).now)
  expect(await opens({})).toBe(4)
  expect([await opens({ fate: 'answered' }), await opens({ fate: 'accepted' })]).toEqual([3, 2])
  expect(await opens({ fate: 'won' })).toBe(1)

  await deleteLead(cast.max, { leadId: won.leadId }, at(30))
  expect((await read())[1]).toEqual({ ...late, offered: 3, answered: 2, accepted: 1, won: 0 })
})
