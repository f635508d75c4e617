import 'server-only'
import { withStandIns } from '@/lib/absences/standing-in'
import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/db'
import { uuid } from '@/lib/fields'

/** A sign-in holds this long; then the password is asked for again. */
export const sessionDays = 30

/** The actor's facts as every door selects them. */
export const actorFields = { id: true, name: true, email: true, role: true } as const

export type LiveSession = { id: string; actor: Actor }

/** The session of this id if it still holds: not signed out, not expired, its person not deactivated. */
export async function liveSession(sessionId: string, now: Date): Promise<LiveSession | null> {
  if (!uuid.safeParse(sessionId).success) return null
  const row = await db.session.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now }, person: { deactivatedAt: null } },
    select: { id: true, person: { select: actorFields } },
  })
  return row && { id: row.id, actor: await withStandIns(row.person, now) }
}

/** A step: signs a person in. Returns the id of the session row. */
export async function openSession(tx: Tx, personId: string, userAgent: string | null, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + sessionDays * 24 * 60 * 60 * 1000)
  const { id } = await tx.session.create({
    data: { personId, createdAt: now, expiresAt, userAgent: userAgent?.slice(0, 400) ?? null },
    select: { id: true },
  })
  return id
}

/** A step: ends a person's sessions, all or all but one, and returns how many it ended. */
export async function revokeSessions(tx: Tx, personId: string, now: Date, except?: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { personId, revokedAt: null, ...(except ? { id: { not: except } } : {}) },
    data: { revokedAt: now },
  })
  return count
}

/** A step: ends the session of a cookie. Ending it twice is fine. */
export async function revokeSession(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } })
}

/** Where the actor is signed in now, the newest first. */
export async function listOwnSessions(actor: Actor, now: Date) {
  return db.session.findMany({
    where: { personId: actor.id, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, userAgent: true },
    take: 100,
  })
}
