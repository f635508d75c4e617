import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { kindsOf, notificationKinds } from '@/lib/notifications/kinds'
import type { NotificationKind, NotificationVia } from '@/prisma/generated/enums'

/** By which way the actor is told of each kind that their role hears of. */
export async function notificationChoices(
  actor: Actor,
  tx: Tx = db,
): Promise<{ kind: NotificationKind; via: NotificationVia }[]> {
  authorise(actor, 'notification.own')
  const chosen = await tx.notificationChoice.findMany({ where: { personId: actor.id } })
  const viaOf = new Map(chosen.map(({ kind, via }) => [kind, via]))
  return kindsOf(actor.role).map((kind) => ({
    kind,
    via: viaOf.get(kind) ?? notificationKinds[kind].defaults[actor.role] ?? 'none',
  }))
}
