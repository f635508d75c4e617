import 'server-only'
import { command } from '@/lib/command'
import { editViewInput } from '@/lib/views/input'
import { plainQuery } from '@/lib/views/list-query'
import { lockOwnView } from '@/lib/views/queries'
import { refuseTakenName } from '@/lib/views/refuse-taken-name'

/** Gives a view another name, other filters, or other readers. Throws NOT_FOUND for one that is not the actor's to change, CONFLICT for a taken name. */
export const editView = command({ ability: 'view.save', input: editViewInput }, async ({ tx, actor, input }) => {
  const { viewId, name, query, isShared } = input
  const { list, owner } = await lockOwnView(tx, actor, viewId)
  if (name !== undefined) await refuseTakenName(tx, { list, ownerId: owner.id, name }, viewId)
  return tx.savedView.update({
    where: { id: viewId },
    data: {
      ...(name === undefined ? {} : { name }),
      ...(query === undefined ? {} : { query: plainQuery(query) }),
      ...(isShared === undefined ? {} : { isShared }),
    },
    select: { id: true, list: true, name: true, query: true },
  })
})
