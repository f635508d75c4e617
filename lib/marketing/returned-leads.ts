import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { visibleLeads } from '@/lib/access/scopes'
import { db } from '@/lib/db'
import { handoffInclude, handoffShape, type HandoffShape } from '@/lib/handoffs/handoff-shape'
import type { Prisma } from '@/prisma/generated/client'

/** For how long a recycled lead is news. */
const newsDays = 30
const dayMs = 24 * 3_600_000

/**
 * What Sales gave back: repairs that wait for an answer, due first, and what was recycled of late; how many leads sleep
 * until their day.
 */
export type ReturnedLeads = {
  repairs: HandoffShape[]
  repairCount: number
  recycled: HandoffShape[]
  asleepCount: number
}

/** The returns that Marketing should look at, at most `limit` of each kind. */
export async function returnedLeads(actor: Actor, now: Date, limit: number): Promise<ReturnedLeads> {
  authorise(actor, 'handoff.answer')
  const lead = { is: visibleLeads(actor) }
  const repair = { lead, status: 'RETURNED', returnKind: 'repair', answer: null } satisfies Prisma.HandoffWhereInput
  const [repairs, repairCount, recycled, asleepCount] = await Promise.all([
    db.handoff.findMany({
      where: repair,
      orderBy: [{ answerDueAt: 'asc' }, { id: 'asc' }],
      take: limit,
      include: handoffInclude,
    }),
    db.handoff.count({ where: repair }),
    db.handoff.findMany({
      where: {
        lead,
        status: 'RETURNED',
        returnKind: 'recycle',
        returnedAt: { gte: new Date(now.getTime() - newsDays * dayMs) },
      },
      orderBy: [{ returnedAt: 'desc' }, { id: 'desc' }],
      take: limit,
      include: handoffInclude,
    }),
    db.leadState.count({ where: { wakeOn: { not: null }, deletedAt: null } }),
  ])
  const shaped = (rows: typeof repairs) => rows.map((row) => handoffShape(row, now))
  return { repairs: shaped(repairs), repairCount, recycled: shaped(recycled), asleepCount }
}
