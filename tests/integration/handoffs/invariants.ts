import { expect } from 'vitest'
import { db } from '@/lib/db'
import type { HandoffStatus } from '@/prisma/generated/enums'
import { replayFromRows } from '@/tests/integration/touchpoints/independent-replay'

/**
 * What is true of every lead at every moment, whatever people did and however many at once. Read from the rows alone:
 * each state is explained by what is written.
 */
export async function expectOneTruth(leadId: string, now: Date): Promise<void> {
  const state = await db.leadState.findUniqueOrThrow({ where: { leadId } })
  const handoffs = await db.handoff.findMany({ where: { leadId }, include: { next: true } })
  const outcomes = await db.outcomeChange.findMany({
    where: { leadId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })

  const [open, ...more] = handoffs.filter(({ status }) => status === 'WAITING' || status === 'ACCEPTED')
  expect(more, 'of a lead one handoff is open at most').toEqual([])
  expect(state.desk === 'QUEUE', 'in the queue is what waits').toBe(open?.status === 'WAITING')
  if (open) expect(state.outcome, 'what waits or is with Sales is open').toBe('OPEN')
  if (state.doNotContact) expect(open?.status, 'do-not-contact is not offered').not.toBe('WAITING')
  if (open?.status === 'ACCEPTED')
    expect([state.desk, state.repId], 'who took it has it').toEqual(['SALES', open.repId])
  if (state.outcome === 'OPEN') expect(state.desk === 'SALES', 'with Sales is with a rep').toBe(state.repId !== null)

  const last = outcomes.at(-1)
  expect([state.outcome, state.lostReason, state.closedAt]).toEqual(
    last ? [last.outcome, last.reason, last.closedAt] : ['OPEN', null, null],
  )
  const losses = outcomes.flatMap(({ outcome, closedAt }) => (outcome === 'LOST' ? closedAt?.getTime() : []))

  for (const handoff of handoffs) {
    expectExplained(handoff)
    expect(handoff.next !== null, 'what was fixed, or is to be looked at again, is offered again').toBe(
      handoff.answer === 'fixed' || handoff.settlement === 'offered',
    )
    expect([handoff.settledAt !== null, handoff.settledById !== null], 'who settled it, and when').toEqual(
      Array(2).fill(handoff.settlement !== null),
    )
    if (handoff.returnKind === 'disqualify') expect(losses).toContain(handoff.returnedAt?.getTime())
  }

  const times = (of: (handoff: (typeof handoffs)[number]) => Date | null) =>
    handoffs.flatMap((handoff) => of(handoff)?.getTime() ?? [])
  const recycled = times(({ returnKind, returnedAt }) => (returnKind === 'recycle' ? returnedAt : null))
  const accepted = times(({ acceptedAt }) => acceptedAt)
  expect(state).toMatchObject({
    ...(await replayFromRows(leadId, now)),
    wasOffered: handoffs.length > 0,
    firstAcceptedAt: accepted.length ? new Date(Math.min(...accepted)) : null,
    recycledAt: recycled.length ? new Date(Math.max(...recycled)) : null,
  })
}

/** Each thing that happened to a handoff has one line of history. (A merge that was undone leaves its own behind.) */
export async function expectToldOnce(leadId: string): Promise<void> {
  const lines = await db.activity.findMany({ where: { leadId } })
  const handoffs = await db.handoff.findMany({ where: { leadId } })
  for (const { id, acceptedAt, returnedAt, withdrawnAt, answer, settlement } of handoffs) {
    const timesTold = (type: string) => lines.filter((line) => line.handoffId === id && line.type === type).length
    expect({
      offered: timesTold('lead_offered'),
      accepted: timesTold('handoff_accepted'),
      returned: timesTold('handoff_returned'),
      withdrawn: timesTold('handoff_withdrawn'),
      answered: timesTold('handoff_answered'),
      settled: timesTold('repair_settled'),
    }).toEqual({
      offered: 1,
      accepted: acceptedAt ? 1 : 0,
      returned: returnedAt ? 1 : 0,
      withdrawn: withdrawnAt ? 1 : 0,
      // A manager's word that it is offered again is the answer too.
      answered: answer && !(settlement === 'offered' && answer === 'fixed') ? 1 : 0,
      settled: settlement ? 1 : 0,
    })
  }
}

type Row = Awaited<ReturnType<typeof db.handoff.findUniqueOrThrow>>

/** Whether each status may have been accepted, and how it ended. */
const ends: Record<HandoffStatus, { accepted: boolean[]; end: 'returnedAt' | 'withdrawnAt' | 'closedAt' | null }> = {
  WAITING: { accepted: [false], end: null },
  ACCEPTED: { accepted: [true], end: null },
  CLOSED: { accepted: [true], end: 'closedAt' },
  RETURNED: { accepted: [true, false], end: 'returnedAt' },
  WITHDRAWN: { accepted: [false], end: 'withdrawnAt' },
}

/** The facts of a handoff say what its status says, each whole: who and when, or nothing. */
function expectExplained(handoff: Row): void {
  const { status, offeredAt, acceptedAt, returnedAt, returnKind, answerDueAt, answer, quality } = handoff
  const { accepted, end } = ends[status]
  const all = (...names: (keyof Row)[]) => {
    const there = new Set(names.map((name) => handoff[name] !== null))
    expect([...there], names.join(', ')).toHaveLength(1)
  }
  all('acceptedAt', 'repId', 'touchDueAt')
  all('returnedAt', 'returnedById', 'returnKind', 'returnReason')
  all('answer', 'answeredAt', 'answeredById')
  all('quality', 'ratedAt', 'ratedById')
  expect(accepted).toContain(acceptedAt !== null)
  for (const ending of ['returnedAt', 'withdrawnAt', 'closedAt'] as const) {
    const at = handoff[ending]
    expect(at !== null, `${status}: ${ending}`).toBe(ending === end)
    if (at) expect(at.getTime()).toBeGreaterThanOrEqual((acceptedAt ?? offeredAt).getTime())
  }
  expect(answerDueAt !== null, 'a repair is to be answered').toBe(returnKind === 'repair')
  if (answer) expect(returnKind).toBe('repair')
  if (quality) expect(acceptedAt ?? returnedAt).not.toBeNull()
}
