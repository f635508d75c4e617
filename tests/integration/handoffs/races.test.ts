import { AsyncLocalStorage } from 'node:async_hooks'
import { beforeAll, expect, test, vi } from 'vitest'
import { acceptAction } from '@/app/(app)/handoffs/actions'
import { sealSessionId } from '@/lib/access/session-cookie'
import { openSession } from '@/lib/access/sessions'
import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { newsOf } from '@/lib/handoffs/news-of'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { offerLeads } from '@/lib/handoffs/offer-leads'
import { takeNextHandoff } from '@/lib/handoffs/take-next-handoff'
import { createLead } from '@/lib/leads/create-lead'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

/** The cookie of the browser that sends a form: Next would read it off the request. */
const cookieOf = new AsyncLocalStorage<string>()
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve({ get: () => ({ value: cookieOf.getStore() }) }),
}))

/** So many times 200 people accept at once. */
const rounds = Number(process.env.ROUNDS ?? 1)
const tries = 200

let cast: Cast
let api: Record<keyof Cast, Client>
const rivals = ['sam', 'sara', 'max'] as const
type Rival = (typeof rivals)[number]

beforeAll(async () => {
  ;({ cast, api } = await apiOf())
})

/** Accepts as a person who presses the button: the page that comes next says how the handoff stands. */
async function press(cookie: string, who: Actor, handoffId: string): Promise<string> {
  const form = new FormData()
  form.set('handoffId', handoffId)
  form.set('to', '/sales')
  const redirected = cookieOf.run(cookie, () => acceptAction({}, form))
  await expect(redirected).rejects.toMatchObject({ digest: expect.stringContaining('/sales') as string })
  return (await newsOf(who, handoffId, new Date(), 'UTC'))?.news.title ?? ''
}

const call = async (client: Client, handoffId: string): Promise<string> => {
  const { status, data } = await client('POST', `/handoffs/${handoffId}/accept`)
  return status === 200 ? 'You have it' : `${status} ${data.detail}`
}

const command = async (who: Actor, handoffId: string): Promise<string> =>
  acceptHandoff(who, { handoffId }).then(
    () => 'You have it',
    (error: unknown) => {
      if (error instanceof DomainError) return `${error.code} ${error.message}`
      throw error
    },
  )

test('200 accepts of one lead at once by three people, on the page, by HTTP and as a command: one has it', async () => {
  const sealed = rivals.map(async (who) => sealSessionId(await openSession(db, cast[who].id, null, new Date())))
  const cookies = await Promise.all(sealed)
  const doors = (nth: number, handoffId: string) => {
    const who: Rival = rivals[nth % 3] ?? 'sam'
    const cookie = `${cookies[nth % 3]}`
    const door = [
      () => press(cookie, cast[who], handoffId),
      () => call(api[who], handoffId),
      () => command(cast[who], handoffId),
    ]
    return door[Math.floor(nth / 3) % 3]?.() ?? Promise.reject(new Error('no door'))
  }
  for (let round = 0; round < rounds; round++) {
    const { id: leadId } = await createLead(cast.mia, { firstName: 'Ines', externalId: `race ${round}` })
    const { id } = await offerLead(cast.mia, { leadId })
    const told = await Promise.all(Array.from({ length: tries }, (_, nth) => doors(nth + round, id)))
    const handoffs = await db.handoff.findMany({ where: { leadId } })
    expect(handoffs).toMatchObject([{ id, status: 'ACCEPTED' }])
    const winner = rivals.find((who) => cast[who].id === handoffs[0]?.repId) ?? 'nobody'
    told.forEach((said, nth) => {
      const isWinner = rivals[(nth + round) % 3] === winner
      const name = `${winner.charAt(0).toUpperCase()}${winner.slice(1)}`
      expect(said).toMatch(isWinner ? /^You have/ : new RegExp(`^(409 |CONFLICT )?${name} has this lead since`))
    })
    expect(await db.activity.count({ where: { leadId, type: 'handoff_accepted' } })).toBe(1)
    expect(await db.notification.count({ where: { leadId, kind: 'accepted', personId: cast.mia.id } })).toBe(1)
  }
}, 600_000)

test('20 reps drain 500 leads at once: each lead once, and none is passed by while it waits', async () => {
  const now = Date.now()
  const policyVersion = (await db.scoringPolicy.findFirstOrThrow()).version
  const leads = await db.lead.createManyAndReturn({
    data: Array.from({ length: 500 }, (_, n) => ({ externalId: `drain ${n}` })),
    select: { id: true },
  })
  await db.leadState.createMany({
    data: leads.map(({ id }, n) => ({ leadId: id, policyVersion, stage: n % 5 ? 'WARM' : 'HOT' })),
  })
  // Offered over three days, so hot ones of today are due before warm ones of yesterday.
  for (let day = 0; day < 3; day++) {
    const ids = leads.flatMap(({ id }, n) => (n % 3 === day ? [id] : []))
    const at = new Date(now - day * 24 * 3_600_000)
    await db.$transaction((tx) => offerLeads(tx, ids, { origin: 'automatic', offeredById: null, now: at }))
  }
  const order = await db.handoff.findMany({
    where: { status: 'WAITING' },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  expect(order).toHaveLength(500)
  const rank = new Map(order.map(({ id }, n) => [id, n]))
  const reps = await db.person.createManyAndReturn({
    data: Array.from({ length: 20 }, (_, n) => ({
      name: `Rep ${n}`,
      email: `rep${n}@baton.example`,
      role: 'rep' as const,
    })),
    select: { id: true, name: true, email: true, role: true },
  })

  const picks: { rank: number; from: number; to: number }[] = []
  const drain = async (rep: Actor) => {
    const own: number[] = []
    for (;;) {
      const from = performance.now()
      const taken = await takeNextHandoff(rep, {})
      if (!taken) return own
      const nth = rank.get(taken.id) ?? NaN
      own.push(nth)
      picks.push({ rank: nth, from, to: performance.now() })
    }
  }
  const taken = await Promise.all(reps.map(drain))
  expect(picks.map((pick) => pick.rank).toSorted((a, b) => a - b)).toEqual(order.map((_, n) => n))
  for (const own of taken) expect(own).toEqual(own.toSorted((a, b) => a - b))
  // Whoever got a less urgent lead did so while the more urgent one was being taken, not before.
  const byRank = picks.toSorted((a, b) => a.rank - b.rank)
  let earliestEnd = Infinity
  for (const pick of byRank.toReversed()) {
    expect(pick.from).toBeLessThan(earliestEnd)
    earliestEnd = Math.min(earliestEnd, pick.to)
  }
}, 120_000)
