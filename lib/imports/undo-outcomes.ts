import 'server-only'
import { isSameFact } from '@/lib/imports/changed-facts'
import type { Kept, RevertContext } from '@/lib/imports/revert-context'
import { standings } from '@/lib/imports/standings'
import { reopenLeads } from '@/lib/leads/reopen-leads'
import { setDoNotContact } from '@/lib/leads/set-do-not-contact'
import { setOutcomes } from '@/lib/leads/set-outcomes'
import { Prisma } from '@/prisma/generated/client'
import type { Desk, Outcome, Reason } from '@/prisma/generated/enums'

type Standing = {
  outcome: Outcome
  lostReason: Reason | null
  closedAt: string | null
  desk: Desk
  rep: string | null
  wakeOn: string | null
  handoff: string | null
}

type Undoing = {
  leadId: string
  now: Standing
  before: Standing
  /** Whether it ended otherwise than before: an import may close a lead and open it again. */
  isClosedOtherwise: boolean
  /** Whether nobody gave it to another rep since. */
  isRepTheirs: boolean
}

const ending = ['outcome', 'lostReason', 'closedAt'] as const

/**
 * A step: gives leads the outcome back that they had before the import, with the rows of change that tell it, the desk,
 * the rep and the handoff that closing ended, and lifts its marks. A lead whose outcome somebody has changed since keeps it.
 */
export async function undoOutcomes(context: RevertContext): Promise<Kept[]> {
  const { tx, actor, now: at } = context
  await liftMarks(context)
  const closed = context.changes.filter(({ after }) => 'outcome' in after)
  if (closed.length === 0) return []
  const present = await standings(
    tx,
    closed.map(({ leadId }) => leadId),
  )
  const kept: Kept[] = []
  const undone: Undoing[] = []
  for (const change of closed) {
    const now = present.get(change.leadId) as Standing | undefined
    if (!now) continue
    const before = { ...now, ...change.before } as Standing
    const isTheirs = (name: keyof Standing) => !(name in change.after) || isSameFact(now[name], change.after[name])
    const isClosedOtherwise = ending.some((name) => !isSameFact(now[name], before[name]))
    if (ending.every(isTheirs))
      undone.push({ leadId: change.leadId, now, before, isClosedOtherwise, isRepTheirs: isTheirs('rep') })
    else if (isClosedOtherwise) kept.push({ leadId: change.leadId, why: 'Its outcome was changed since: it stays.' })
  }
  await reopenLeads(
    tx,
    actor,
    undone.flatMap(({ leadId, now: { outcome }, isClosedOtherwise }) =>
      isClosedOtherwise && outcome !== 'OPEN' ? [{ leadId, from: outcome }] : [],
    ),
    at,
  )
  await reopenHandoffs(context, undone)
  await putStandingBack(context, undone)
  await setOutcomes(tx, actor, await closingsOf(context, undone), at)
  return kept
}

/** What the import marked do-not-contact may be contacted again. */
async function liftMarks({ tx, actor, now, changes }: RevertContext) {
  const marked = changes.filter(({ after }) => after.doNotContact === true).map(({ leadId }) => leadId)
  await setDoNotContact(tx, marked, { doNotContact: false, byId: actor.id, now })
}

/** The outcomes that leads had before, with the note that was given then. */
async function closingsOf({ tx, now }: RevertContext, undone: Undoing[]) {
  const closed = undone.filter(({ before, isClosedOtherwise }) => isClosedOtherwise && before.outcome !== 'OPEN')
  const said = await tx.outcomeChange.findMany({
    where: { leadId: { in: closed.map(({ leadId }) => leadId) }, outcome: { not: 'OPEN' } },
    orderBy: { id: 'asc' },
    select: { leadId: true, outcome: true, closedAt: true, note: true },
  })
  return closed.map(({ leadId, before: { outcome, lostReason, closedAt } }) => {
    const note = said.findLast(
      (row) => row.leadId === leadId && row.outcome === outcome && isSameMoment(row.closedAt, closedAt),
    )?.note
    return {
      leadId,
      outcome: outcome === 'WON' ? ('WON' as const) : ('LOST' as const),
      reason: lostReason ?? undefined,
      note: note ?? undefined,
      closedAt: closedAt === null ? now : new Date(closedAt),
    }
  })
}

const isSameMoment = (one: Date | null, other: string | null) =>
  one?.getTime() === (other === null ? undefined : new Date(other).getTime())

/** Handoffs that closing ended go on, where the lead is as it was closed. */
async function reopenHandoffs({ tx }: RevertContext, undone: Undoing[]) {
  const ids = undone.flatMap(({ now, before }) => (now.handoff === null && before.handoff ? [before.handoff] : []))
  await tx.$executeRaw`
    update handoff set status = case when accepted_at is null then 'WAITING' else 'ACCEPTED' end::"HandoffStatus",
      closed_at = null, withdrawn_at = null, withdrawn_by_id = null
    where id = any(${ids}::uuid[]) and status in ('CLOSED', 'WITHDRAWN')`
}

/** Desk, rep and day of waking; a rep who was given the lead since keeps it. */
async function putStandingBack({ tx }: RevertContext, undone: Undoing[]) {
  const rows = undone
    .filter(({ isRepTheirs }) => isRepTheirs)
    .map(({ leadId, before: { desk, rep, wakeOn } }) => ({ leadId, desk, rep, wakeOn }))
  await tx.$executeRaw(Prisma.sql`
    update lead_state s set desk = r.desk, rep_id = r.rep, wake_on = r."wakeOn"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r("leadId" uuid, desk "Desk", rep uuid, "wakeOn" date)
    where s.lead_id = r."leadId"`)
}
