import 'server-only'
import type { Tx } from '@/lib/db'
import { formatSince } from '@/lib/format/format-time'
import { isReserved } from '@/lib/handoffs/reserved'
import { companySettings } from '@/lib/settings/queries'

/** Who or what stands in the way, in words: "Sam has this lead since 10:42." */
export async function whoHas(tx: Tx, leadId: string, now: Date): Promise<string> {
  const { timeZone } = await companySettings(tx)
  const open = await tx.handoff.findFirst({
    where: { leadId, status: { in: ['WAITING', 'ACCEPTED'] } },
    include: { rep: { select: { name: true } }, givenTo: { select: { id: true, name: true } } },
  })
  const since = (at: Date) => formatSince(at, timeZone, now)
  if (open?.givenTo && isReserved(open, now))
    return `This lead is given to ${open.givenTo.name}, until ${since(open.dueAt)}. Then it is open to all.`
  if (open?.status === 'WAITING') return `This lead has been waiting for Sales since ${since(open.offeredAt)}.`
  if (open?.rep && open.acceptedAt) return `${open.rep.name} has this lead since ${since(open.acceptedAt)}.`
  const state = await tx.leadState.findUnique({ where: { leadId }, include: { rep: { select: { name: true } } } })
  if (state?.outcome === 'WON' || state?.outcome === 'LOST')
    return `This lead is ${state.outcome.toLowerCase()}. Reopen it first.`
  return state?.rep ? `${state.rep.name} has this lead.` : 'This lead is with Marketing.'
}
