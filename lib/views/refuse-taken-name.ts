import 'server-only'
import type { Tx } from '@/lib/db'
import { conflict } from '@/lib/errors'
import type { ListName } from '@/lib/views/input'

/** Throws CONFLICT when the person has another view of the list by this name. */
export async function refuseTakenName(tx: Tx, view: { list: ListName; ownerId: string; name: string }, ownId?: string) {
  const taken = await tx.savedView.findFirst({
    where: { ...view, ...(ownId ? { id: { not: ownId } } : {}) },
    select: { id: true },
  })
  if (taken) throw conflict(`There is a view “${view.name}” already. Choose another name.`)
}
