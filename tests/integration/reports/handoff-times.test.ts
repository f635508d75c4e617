import { expect, test } from 'vitest'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { listHandoffs } from '@/lib/handoffs/list-handoffs'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { createLead } from '@/lib/leads/create-lead'
import { openBooks } from '@/lib/reports/books'
import { handoffTimes } from '@/lib/reports/handoffs/handoff-times'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { castOf } from '@/tests/integration/cast'

const start = Date.parse('2026-11-02T09:00:00Z')
const at = (hours: number) => ({ now: new Date(start + hours * 3_600_000) })
const hour = 3_600_000

test('Baton’s time and people’s are told apart: from warm to offered, and from offered to the first touch by Sales', async () => {
  const { mia, sam, sara, max } = await castOf()
  const times = async (asOf?: Date) =>
    handoffTimes(await openBooks(max, asOf ? { asOf: asOf.toISOString() } : {}, at(400).now))
  const nothing = { ms: null, of: 0 }
  expect(await times()).toEqual({ warmToOffered: nothing, offeredToTouched: nothing })

  // Warm at once by the rule; the newsletter after the acceptance is no touch of Sales.
  const { id: warm } = await createLead(mia, { firstName: 'Warm' }, at(0))
  for (const nth of [1, 2, 10]) await logTouch(mia, { leadId: warm, channel: 'webinar' }, at(nth))
  const { data } = await listHandoffs(max, { filters: { status: 'WAITING' } })
  await acceptHandoff(sam, { handoffId: data[0]?.id ?? '' }, at(12))
  await logTouch(mia, { leadId: warm, channel: 'email' }, at(13))
  await logTouch(sam, { leadId: warm, channel: 'cold_call' }, at(15))
  expect(await times()).toEqual({ warmToOffered: { ms: 0, of: 1 }, offeredToTouched: { ms: 5 * hour, of: 1 } })
  expect((await times(at(14).now)).offeredToTouched).toEqual(nothing)

  // Offered by hand is nobody's delay of ours. Sent back untouched, the touch of the next rep is not its first touch.
  const { id: leadId } = await createLead(mia, { firstName: 'Back' }, at(20))
  const first = await offerLead(mia, { leadId }, at(20))
  await acceptHandoff(sam, { handoffId: first.id }, at(21))
  await returnHandoff(sam, { handoffId: first.id, kind: 'repair', reason: 'bad_data' }, at(22))
  const second = await offerLead(mia, { leadId }, at(30))
  await acceptHandoff(sara, { handoffId: second.id }, at(31))
  const { touchpoint } = await logTouch(sara, { leadId, channel: 'demo' }, at(33))
  expect(await times()).toEqual({ warmToOffered: { ms: 0, of: 1 }, offeredToTouched: { ms: 4 * hour, of: 2 } })
  await voidTouch(sara, { touchpointId: touchpoint.id }, at(40))
  expect((await times()).offeredToTouched).toEqual({ ms: 5 * hour, of: 1 })
  expect((await times(at(39).now)).offeredToTouched.of).toBe(2)
})
