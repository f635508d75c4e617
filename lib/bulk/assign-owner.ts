import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { type ChunkStep, exceptions } from '@/lib/bulk/chunk'
import { notify } from '@/lib/notifications/notify'

/** Gives the leads to an owner, or takes them from theirs. */
export const assignOwner: ChunkStep<'owner'> = async ({ tx, actor, now }, { owner }, leadIds) => {
  const [states, to] = await Promise.all([
    tx.leadState.findMany({
      where: { leadId: { in: leadIds } },
      select: { leadId: true, ownerId: true, owner: { select: { name: true } } },
    }),
    owner === null ? null : tx.person.findUniqueOrThrow({ where: { id: owner }, select: { name: true } }),
  ])
  const changing = states.filter(({ ownerId }) => ownerId !== owner)
  await tx.leadState.updateMany({
    where: { leadId: { in: changing.map(({ leadId }) => leadId) } },
    data: { ownerId: owner },
  })
  await recordActivity(
    tx,
    { actorId: actor.id, now },
    changing.map(({ leadId, owner: from }) => ({
      type: 'lead_assigned',
      leadId,
      data: { owner: { ...(from ? { from: from.name } : {}), ...(to ? { to: to.name } : {}) } },
    })),
  )
  await notify(
    tx,
    'lead_given',
    { actorId: actor.id, now },
    changing.map(({ leadId }) => ({
      key: `${leadId} owner ${now.toISOString()}`,
      to: [owner],
      leadId,
      data: { as: 'owner' },
    })),
  )
  const same = states.filter(({ ownerId }) => ownerId === owner).map(({ leadId }) => leadId)
  return exceptions('skipped', to ? `Is ${to.name}'s already.` : 'Has no owner.', same)
}
