import { formatSince } from '@/lib/format/format-time'
import type { HandoffShape } from '@/lib/handoffs/handoff-shape'
import { reasonLabels } from '@/lib/handoffs/reasons'

/**
 * How a handoff stands after somebody tried to do something with it: told to a person after the press of a button,
 * whether they won the race or not.
 */
export type HandoffNews = { kind: 'good' | 'info' | 'warn'; title: string; text?: string }

type Told = Pick<
  HandoffShape,
  'status' | 'rep' | 'acceptedAt' | 'reason' | 'returnedBy' | 'lead' | 'answer' | 'reserved' | 'givenTo' | 'dueAt'
>

/** The news for the person with this id. */
export function handoffNews(handoff: Told, personId: string, now: Date, timeZone: string): HandoffNews {
  const { status, rep, acceptedAt, reason, returnedBy, lead, answer, reserved, givenTo, dueAt } = handoff
  const { name } = lead
  if (reserved && givenTo && givenTo.id !== personId)
    return {
      kind: 'warn',
      title: `${name} is given to ${givenTo.name}, until ${formatSince(dueAt, timeZone, now)}.`,
      text: 'Then it is open to all.',
    }
  if (status === 'WAITING') return { kind: 'info', title: `${name} is offered to Sales.` }
  if (status === 'ACCEPTED' && rep?.id === personId)
    return { kind: 'good', title: `You have ${name} now.`, text: 'Sales promises the first touch within 4 hours.' }
  if (status === 'ACCEPTED' && rep && acceptedAt)
    return {
      kind: 'warn',
      title: `${rep.name} has this lead since ${formatSince(acceptedAt, timeZone, now)}.`,
      text: `${name} is not in the queue any more.`,
    }
  if (status === 'RETURNED' && answer) return { kind: 'info', title: `The repair of ${name} is answered: ${answer}.` }
  if (status === 'RETURNED') {
    const who =
      returnedBy && returnedBy.id !== personId
        ? `${returnedBy.name} sent ${name} back`
        : `${name} is back with Marketing`
    return { kind: 'info', title: `${who}${reason ? `: ${reasonLabels[reason].toLowerCase()}` : ''}.` }
  }
  if (status === 'WITHDRAWN') return { kind: 'info', title: `The offer of ${name} is withdrawn.` }
  return { kind: 'info', title: `${name} is closed.` }
}
