import type { Actor } from '@/lib/access/actor'
import type { HandoffStatus } from '@/prisma/generated/enums'

type Given = { status: HandoffStatus; givenTo: { id: string } | null; dueAt: Date }

/** An offer that is given to a rep is theirs alone until its promise has passed. Then it is open to all, so that none is stuck. */
export const isReserved = ({ status, givenTo, dueAt }: Given, now: Date): boolean =>
  status === 'WAITING' && givenTo !== null && dueAt > now

/** Whether a rep has to leave it to another one. Managers may take and send back what they like. */
export const isForAnother = (actor: Actor, handoff: Given, now: Date): boolean =>
  actor.role === 'rep' && isReserved(handoff, now) && handoff.givenTo?.id !== actor.id
