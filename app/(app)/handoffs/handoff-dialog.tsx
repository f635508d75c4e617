import { AnswerForm, SettleForm } from '@/components/handoffs/offer-form'
import { ReturnForm } from '@/components/handoffs/return-form'
import { Dialog } from '@/components/ui/dialog'
import type { Actor } from '@/lib/access/actor'
import { orNotFound } from '@/lib/access/or-not-found'
import { can } from '@/lib/access/permissions'
import { getHandoff } from '@/lib/handoffs/queries'
import { idParam, type PageParams, paramOf } from '@/lib/page-params'
import { answerAction, returnAction, settleAction } from './actions'

type FormProps = { handoffId: string; to: string; cancelHref: string }

const dialogs = {
  return: {
    ability: 'handoff.return',
    title: 'Send back to Marketing',
    size: 'lg',
    form: (props: FormProps) => <ReturnForm action={returnAction} {...props} />,
  },
  answer: {
    ability: 'handoff.answer',
    title: 'Answer the repair',
    size: 'md',
    form: (props: FormProps) => <AnswerForm action={answerAction} {...props} />,
  },
  settle: {
    ability: 'handoff.settle',
    title: 'Settle the repair',
    size: 'md',
    form: (props: FormProps) => <SettleForm action={settleAction} {...props} />,
  },
} as const

const isDialogName = (word: string): word is keyof typeof dialogs => Object.hasOwn(dialogs, word)

/** Sending back, answering or settling a repair, over the list. */
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
  const name = paramOf(params, 'do') ?? ''
  const handoffId = idParam(params, 'handoff')
  if (!handoffId || !isDialogName(name)) return null
  const { ability, title, size, form } = dialogs[name]
  if (!can(actor, ability)) return null
  const { lead } = await orNotFound(getHandoff(actor, handoffId, now))
  const backHref = hrefTo({})
  return (
    <Dialog title={title} subline={lead.name} size={size} closeHref={backHref}>
      {form({ handoffId, to: hrefTo({ after: handoffId }), cancelHref: backHref })}
    </Dialog>
  )
}
