import type { Actor } from '@/lib/access/actor'
import type { Prisma } from '@/prisma/generated/client'

/**
 * Which leads exist for a person. Marketers, managers and admins see all. A rep sees own ones, those they created,
 * and every lead that was ever offered to Sales; of those for whom they stand in, the own ones too. Deleted leads exist for nobody.
 */
export function visibleLeads(actor: Actor): Prisma.LeadWhereInput {
  const alive = { deletedAt: null }
  if (actor.role !== 'rep') return alive
  return {
    ...alive,
    OR: [
      { createdById: actor.id },
      { state: { is: { OR: [{ repId: { in: repsOf(actor) } }, { wasOffered: true }] } } },
    ],
  }
}

/** As whom a rep works leads: as themself, and as those for whom they stand in. */
export const repsOf = ({ id, standsInFor = [] }: Actor): string[] => [id, ...standsInFor]

/** Whether what belongs to this rep is the actor's own: theirs, or of somebody for whom they stand in. */
export const isOwn = (actor: Actor, repId: string | null | undefined): boolean =>
  typeof repId === 'string' && repsOf(actor).includes(repId)

/** The facts of a lead that its row rights depend on. */
export type RowFacts = { createdById: string | null; state: { repId: string | null } | null }

/** Reps edit only the leads that are theirs: those they have, and those they created. */
export const isEditable = (actor: Actor, lead: RowFacts): boolean =>
  actor.role !== 'rep' || lead.createdById === actor.id || isOwn(actor, lead.state?.repId)

/** Reps close and reopen only leads that they have. */
export const isClosable = (actor: Actor, lead: RowFacts): boolean =>
  actor.role !== 'rep' || isOwn(actor, lead.state?.repId)
