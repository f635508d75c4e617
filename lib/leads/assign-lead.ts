import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordActivity } from '@/lib/activity/record-activity'
import { command } from '@/lib/command'
import type { Tx } from '@/lib/db'
import { conflict } from '@/lib/errors'
import { claimHandoff } from '@/lib/handoffs/claim-handoff'
import { assignLeadInput } from '@/lib/leads/input'
import type { LeadRow } from '@/lib/leads/lead-shape'
import { getLead, lockLead } from '@/lib/leads/queries'
import { responsible } from '@/lib/leads/responsible'
import { notify } from '@/lib/notifications/notify'

/**
 * A manager gives a lead to another owner or rep; null takes it from them. A rep who is given a waiting lead accepts
 * it thereby; one that nobody offered goes to the SALES desk without a handoff. Nothing is told where all is as before.
 *
 * Throws INVALID when the person is unknown or of another role, CONFLICT when a rep is taken from an accepted lead.
 */
export const assignLead = command(
  { ability: 'lead.assign', input: assignLeadInput },
  async ({ tx, actor, input, now }) => {
    const { leadId, owner, rep } = input
    const lead = await lockLead(tx, actor, leadId)
    const { state } = lead
    const newOwner = owner ? await responsible(tx, 'owner', owner) : null
    const newRep = rep ? await responsible(tx, 'rep', rep) : null
    const isOtherOwner = owner !== undefined && owner !== (state?.ownerId ?? null)
    const isOtherRep = rep !== undefined && rep !== (state?.repId ?? null)
    if (isOtherOwner) await tx.leadState.update({ where: { leadId }, data: { ownerId: owner } })
    if (isOtherRep) await (newRep ? giveToRep(tx, lead, newRep, now) : takeFromRep(tx, lead))
    if (isOtherOwner || isOtherRep)
      await recordActivity(tx, { actorId: actor.id, now }, [
        {
          type: 'lead_assigned',
          leadId,
          data: {
            ...(isOtherOwner ? { owner: fromTo(state?.owner, newOwner) } : {}),
            ...(isOtherRep ? { rep: fromTo(state?.rep, newRep) } : {}),
          },
        },
      ])
    const given = (as: 'owner' | 'rep', to: Actor | null) => ({
      key: `${leadId} ${as} ${now.toISOString()}`,
      to: [to?.id ?? null],
      leadId,
      data: { as },
    })
    await notify(tx, 'lead_given', { actorId: actor.id, now }, [
      ...(isOtherOwner ? [given('owner', newOwner)] : []),
      ...(isOtherRep ? [given('rep', newRep)] : []),
    ])
    return getLead(actor, leadId, tx)
  },
)

const fromTo = (from: { name: string } | null | undefined, to: { name: string } | null | undefined) => ({
  ...(from ? { from: from.name } : {}),
  ...(to ? { to: to.name } : {}),
})

async function giveToRep(tx: Tx, { id: leadId, state }: LeadRow, rep: Actor, now: Date) {
  const open = await tx.handoff.findFirst({ where: { leadId, status: { in: ['WAITING', 'ACCEPTED'] } } })
  if (open?.status === 'WAITING') return claimHandoff(tx, rep, open.id, now)
  if (open) await tx.handoff.update({ where: { id: open.id }, data: { repId: rep.id } })
  const desk = state?.outcome === 'OPEN' ? { desk: 'SALES' as const } : {}
  return tx.leadState.update({ where: { leadId }, data: { repId: rep.id, ...desk } })
}

async function takeFromRep(tx: Tx, { id: leadId, state }: LeadRow) {
  const accepted = await tx.handoff.count({ where: { leadId, status: 'ACCEPTED' } })
  if (accepted) throw conflict('A rep has accepted this lead. Return it, or give it to another rep.')
  const desk = state?.outcome === 'OPEN' && state.desk === 'SALES' ? { desk: 'MARKETING' as const } : {}
  await tx.leadState.update({ where: { leadId }, data: { repId: null, ...desk } })
}
