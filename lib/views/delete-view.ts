import 'server-only'
import { command } from '@/lib/command'
import { viewIdInput } from '@/lib/views/input'
import { lockOwnView } from '@/lib/views/queries'

/** Forgets a view; the leads in it stay. Throws NOT_FOUND for a view that is not the actor's to change. */
export const deleteView = command({ ability: 'view.save', input: viewIdInput }, async ({ tx, actor, input }) => {
  const view = await lockOwnView(tx, actor, input.viewId)
  await tx.savedView.delete({ where: { id: view.id } })
  return view
})
