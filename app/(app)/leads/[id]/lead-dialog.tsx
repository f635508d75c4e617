import type { ReactNode } from 'react'
import type { LeadDialogName } from '@/components/leads/lead-actions'
import { type Ability, can } from '@/lib/access/permissions'
import { paramOf } from '@/lib/page-params'
import { TaskDialog } from '../../tasks/task-dialog'
import { AnswerDialog } from './dialogs/answer-dialog'
import { AssignDialog } from './dialogs/assign-dialog'
import { DeleteDialog } from './dialogs/delete-dialog'
import { DoNotContactDialog } from './dialogs/do-not-contact-dialog'
import { EditDialog } from './dialogs/edit-dialog'
import type { LeadDialogProps } from './dialogs/lead-dialog-props'
import { LostDialog } from './dialogs/lost-dialog'
import { MergeDialog } from './dialogs/merge-dialog'
import { OfferDialog } from './dialogs/offer-dialog'
import { ReopenDialog } from './dialogs/reopen-dialog'
import { ReturnDialog } from './dialogs/return-dialog'
import { SettleDialog } from './dialogs/settle-dialog'
import { TouchDialog } from './dialogs/touch-dialog'
import { UnmergeDialog } from './dialogs/unmerge-dialog'
import { VoidTouchDialog } from './dialogs/void-touch-dialog'
import { WonDialog } from './dialogs/won-dialog'

type Drawn = (props: LeadDialogProps) => ReactNode | Promise<ReactNode>

/** For which role each dialog is; whether the lead's state allows it, the command says. */
const dialogs: Record<LeadDialogName, [Ability, Drawn]> = {
  touch: ['touch.log', TouchDialog],
  void: ['touch.void', VoidTouchDialog],
  return: ['handoff.return', ReturnDialog],
  won: ['lead.close', WonDialog],
  lost: ['lead.close', LostDialog],
  reopen: ['lead.close', ReopenDialog],
  edit: ['lead.edit', EditDialog],
  offer: ['handoff.offer', OfferDialog],
  answer: ['handoff.answer', AnswerDialog],
  settle: ['handoff.settle', SettleDialog],
  assign: ['lead.assign', AssignDialog],
  contact: ['lead.markDoNotContact', DoNotContactDialog],
  merge: ['lead.merge', MergeDialog],
  unmerge: ['lead.merge', UnmergeDialog],
  delete: ['lead.delete', DeleteDialog],
  task: ['task.plan', TaskDialog],
  drop: ['task.plan', TaskDialog],
}

const isDialogName = (word: string): word is LeadDialogName => Object.hasOwn(dialogs, word)

/** The dialog that `?do=` names, over the page of a lead or over the queue; nothing when it names none. */
export function LeadDialog(props: LeadDialogProps) {
  const name = paramOf(props.params, 'do') ?? ''
  if (!isDialogName(name)) return null
  const [ability, Drawn] = dialogs[name]
  return can(props.actor, ability) ? <Drawn {...props} /> : null
}
