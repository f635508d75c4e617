import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { authorise } from '@/lib/access/permissions'
import { db, type Tx } from '@/lib/db'
import { notFound } from '@/lib/errors'
import type { ListName } from '@/lib/views/input'
import type { Prisma } from '@/prisma/generated/client'

const fields = {
  id: true,
  list: true,
  name: true,
  query: true,
  isShared: true,
  owner: { select: { id: true, name: true } },
} as const

export type SavedView = Prisma.SavedViewGetPayload<{ select: typeof fields }>

/** How many views of one list a person may keep. */
export const mostViews = 30

const visible = (actor: Actor) => ({ OR: [{ ownerId: actor.id }, { isShared: true }] })

/** The views of a list that are the actor's own or shared, by name; at most 60. */
export async function listViews(actor: Actor, list: ListName): Promise<SavedView[]> {
  authorise(actor, 'view.save')
  return db.savedView.findMany({
    where: { list, ...visible(actor) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 2 * mostViews,
    select: fields,
  })
}

/** The view with its row held, if the actor may change it: their own, or as a manager any shared one. Throws NOT_FOUND. */
export async function lockOwnView(tx: Tx, actor: Actor, viewId: string): Promise<SavedView> {
  const shared = actor.role === 'manager' || actor.role === 'admin' ? [{ isShared: true }] : []
  await tx.$queryRaw`select id from saved_view where id = ${viewId}::uuid for update`
  const view = await tx.savedView.findFirst({
    where: { id: viewId, OR: [{ ownerId: actor.id }, ...shared] },
    select: fields,
  })
  if (!view) throw notFound('view')
  return view
}
