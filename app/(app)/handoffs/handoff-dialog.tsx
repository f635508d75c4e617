import { AnswerForm } from '@/components/handoffs/offer-form'
import { ReturnForm } from '@/components/handoffs/return-form'
import { Dialog } from '@/components/ui/dialog'
import type { Actor } from '@/lib/access/actor'
import { orNotFound } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import { getHandoff } from '@/lib/handoffs/queries'
import { idParam, type PageParams, paramOf } from '@/lib/page-params'
import { answerAction, returnAction } from './actions'

/** Answering a repair, or sending back, over the list. */
export async function HandoffDialog({
  actor,
  params,
  now,
  hrefTo,
}: {
  actor: Actor
  params: PageParams
  now: Date
  hrefTo: (changes: Record<string, string | null>) => string
}) {
  const name = paramOf(params, 'do')
  const handoffId = idParam(params, 'handoff')
  const isAnswer = name === 'answer' && can(actor, 'handoff.answer')
  if (!handoffId || !(isAnswer || (name === 'return' && can(actor, 'handoff.return')))) return null
  const { lead } = await orNotFound(getHandoff(actor, handoffId, now))
  const backHref = hrefTo({})
  const to = hrefTo({ after: handoffId })
  return isAnswer ? (
    <Dialog title="Answer the repair" subline={lead.name} closeHref={backHref}>
      <AnswerForm action={answerAction} handoffId={handoffId} to={to} cancelHref={backHref} />
    </Dialog>
  ) : (
    <Dialog title="Send back to Marketing" subline={lead.name} size="lg" closeHref={backHref}>
      <ReturnForm action={returnAction} handoffId={handoffId} to={to} cancelHref={backHref} />
    </Dialog>
  )
}
