import type { Actor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { isClosable, isEditable, isOwn, type RowFacts } from '@/lib/access/scopes'
import type { Desk, HandoffStatus, Outcome, RepairAnswer, ReturnKind, Settlement } from '@/prisma/generated/enums'

/**
 * What a person may do with a lead as it stands: role, row and state together. Pages show these and no others; the
 * commands check again.
 */
export type LeadRights = Record<
  | 'log'
  | 'edit'
  | 'plan'
  | 'offer'
  | 'accept'
  | 'return'
  | 'withdraw'
  | 'answer'
  | 'settle'
  | 'close'
  | 'reopen'
  | 'assign'
  | 'merge'
  | 'delete'
  | 'markDoNotContact',
  boolean
>

type Lead = { outcome: Outcome; desk: Desk; doNotContact: boolean }
type Last = {
  status: HandoffStatus
  kind: ReturnKind | null
  answer: RepairAnswer | null
  settlement: Settlement | null
  rep: { id: string } | null
  reserved: boolean
  givenTo: { id: string } | null
} | null

export function leadRights(actor: Actor, row: RowFacts, lead: Lead, last: Last): LeadRights {
  const isOpen = lead.outcome === 'OPEN'
  const isWaiting = last?.status === 'WAITING'
  const isForAnother = actor.role === 'rep' && last?.reserved === true && last.givenTo?.id !== actor.id
  const isMine = last?.status === 'ACCEPTED' && (actor.role !== 'rep' || isOwn(actor, last.rep?.id))
  return {
    log: can(actor, 'touch.log'),
    edit: can(actor, 'lead.edit') && isEditable(actor, row),
    plan: can(actor, 'task.plan') && isOpen && isEditable(actor, row),
    offer: can(actor, 'handoff.offer') && isOpen && lead.desk === 'MARKETING' && !lead.doNotContact,
    accept: can(actor, 'handoff.accept') && isWaiting && !isForAnother,
    return: can(actor, 'handoff.return') && ((isWaiting && !isForAnother) || isMine),
    withdraw: can(actor, 'handoff.withdraw') && isWaiting,
    answer:
      can(actor, 'handoff.answer') && last?.status === 'RETURNED' && last.kind === 'repair' && last.answer === null,
    settle:
      can(actor, 'handoff.settle') &&
      isOpen &&
      lead.desk === 'MARKETING' &&
      last?.status === 'RETURNED' &&
      last.answer === 'disputed' &&
      last.settlement === null,
    close: can(actor, 'lead.close') && isOpen && isClosable(actor, row),
    reopen: can(actor, 'lead.close') && !isOpen && isClosable(actor, row),
    assign: can(actor, 'lead.assign'),
    merge: can(actor, 'lead.merge'),
    delete: can(actor, 'lead.delete'),
    markDoNotContact: can(actor, 'lead.markDoNotContact'),
  }
}
