import 'server-only'
import { command } from '@/lib/command'
import { conflict } from '@/lib/errors'
import { saveViewInput } from '@/lib/views/input'
import { plainQuery } from '@/lib/views/list-query'
import { mostViews } from '@/lib/views/queries'
import { refuseTakenName } from '@/lib/views/refuse-taken-name'

/**
 * Keeps a list under a name, for oneself or for all.
 *
 * Throws CONFLICT when the person has a view of this name, or as many views of the list as one may have.
 */
export const saveView = command({ ability: 'view.save', input: saveViewInput }, async ({ tx, actor, input, now }) => {
  const { list, name, query, isShared } = input
  const own = { list, ownerId: actor.id }
  await refuseTakenName(tx, { ...own, name })
  if ((await tx.savedView.count({ where: own })) >= mostViews)
    throw conflict(`You have ${mostViews} views of this list. Delete one that you no longer need.`)
  return tx.savedView.create({
    data: { ...own, name, query: plainQuery(query), isShared, createdAt: now },
    select: { id: true, list: true, name: true, query: true },
  })
})
