import { Accept, Withdraw } from '@/components/leads/lead-actions'
import { LinkButton } from '@/components/ui/button'
import type { ReactNode } from 'react'
import type { Actor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import type { ListedHandoff } from '@/lib/handoffs/list-handoffs'
import type { HandoffView } from '@/lib/handoffs/views'
import { acceptAction, withdrawAction } from './actions'

type HrefTo = (changes: Record<string, string | null>) => string

/** What this person can do with a handoff from its row, by whose turn it is; null when nothing. */
export function rowActions(actor: Actor, handoff: ListedHandoff, view: HandoffView, hrefTo: HrefTo): ReactNode {
  const buttons = view === 'settle' ? <Settle handoff={handoff} hrefTo={hrefTo} /> : buttonsOf(actor, handoff, hrefTo)
  return buttons ? (
    <span className="relative z-[1] inline-flex items-center justify-end gap-2 align-middle">{buttons}</span>
  ) : null
}

function buttonsOf(actor: Actor, handoff: ListedHandoff, hrefTo: HrefTo): ReactNode {
  const { id, status, kind, answer, lead } = handoff
  const to = hrefTo({ after: id })
  if (status === 'WAITING' && can(actor, 'handoff.accept'))
    return (
      <>
        <LinkButton
          size="sm"
          href={hrefTo({ do: 'return', handoff: id })}
          scroll={false}
          aria-label={`Send ${lead.name} back`}
        >
          Send back
        </LinkButton>
        <Accept action={acceptAction} handoffId={id} to={to} label="Accept" of={lead.name} size="sm" look="secondary" />
      </>
    )
  if (status === 'WAITING' && can(actor, 'handoff.withdraw'))
    return <Withdraw action={withdrawAction} handoffId={id} to={to} label="Withdraw" of={lead.name} size="sm" />
  if (status === 'RETURNED' && kind === 'repair' && answer === null && can(actor, 'handoff.answer'))
    return (
      <LinkButton
        size="sm"
        href={hrefTo({ do: 'answer', handoff: id })}
        scroll={false}
        aria-label={`Answer the repair of ${lead.name}`}
      >
        Answer
      </LinkButton>
    )
  return null
}

function Settle({ handoff: { id, lead }, hrefTo }: { handoff: ListedHandoff; hrefTo: HrefTo }) {
  return (
    <LinkButton
      size="sm"
      href={hrefTo({ do: 'settle', handoff: id })}
      scroll={false}
      aria-label={`Settle the repair of ${lead.name}`}
    >
      Settle
    </LinkButton>
  )
}
