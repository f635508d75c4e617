import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { advanceReplay } from '@/lib/replays/advance-replay'
import { findReplay, rulesThen } from '@/lib/replays/queries'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { castOf } from '@/tests/integration/cast'

const at = (day: number) => ({ now: new Date(Date.UTC(2026, 5, day, 9)) })

test('a replay that is made piece by piece, by several at once and after a stop, is the same as one made in one go', async () => {
  const { mia, max } = await castOf()
  for (let n = 0; n < 9; n++) {
    const { id: leadId } = await createLead(mia, { firstName: `Lead ${n}` }, at(1))
    for (let touch = 0; touch < n; touch++) await logTouch(mia, { leadId, channel: 'email' }, at(2 + touch))
    if (n % 4 === 3) await closeLead(max, { leadId, outcome: 'won' }, at(12))
  }
  const asOf = at(14).now
  const { id, isWhole } = await findReplay(max, { asOf, rules: await rulesThen(max, asOf), now: at(20).now })
  expect(isWhole).toBe(true)
  const rows = () => db.replayedLead.findMany({ where: { replayId: id }, orderBy: { leadId: 'asc' } })
  const inOneGo = await rows()
  expect(inOneGo.map(({ lifetimeTouchCount }) => lifetimeTouchCount)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])

  await db.replayedLead.deleteMany({ where: { replayId: id } })
  await db.replay.update({ where: { id }, data: { doneTo: null, doneAt: null, leadsDone: 0 } })
  const stop = new AbortController()
  const stopped = advanceReplay(id, { signal: stop.signal, pieceSize: 2 })
  stop.abort()
  await stopped
  expect(await db.replay.findUnique({ where: { id } })).toMatchObject({ leadsDone: 2, doneAt: null })
  await Promise.all([advanceReplay(id, { pieceSize: 2 }), advanceReplay(id, { pieceSize: 3 })])
  expect(await rows()).toEqual(inOneGo)
  expect(await db.replay.findUnique({ where: { id } })).toMatchObject({ leadsDone: 9, leadsTotal: 9 })
})
