import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { visibleLeads } from '@/lib/access/scopes'
import type { ActivityFacts } from '@/lib/activity/activity'
import { describeChange } from '@/lib/activity/describe-change'
import { db } from '@/lib/db'
import { DomainError, invalid } from '@/lib/errors'
import { companySettings } from '@/lib/settings/queries'

/** Who edited the lead last and what, in words: "Max has just changed title: COO to CFO." Null when nobody did. */
export async function latestEditInWords(actor: Actor, leadId: string): Promise<string | null> {
  const edit = await db.activity.findFirst({
    where: { leadId, type: 'lead_edited', revertedAt: null, lead: { is: visibleLeads(actor) } },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    include: { actor: { select: { name: true } } },
  })
  if (!edit) return null
  const { detail } = describeChange(
    { type: 'lead_edited', data: edit.data as ActivityFacts['lead_edited'] },
    null,
    (await companySettings()).timeZone,
  )
  return `${edit.actor?.name ?? 'Somebody'} has changed this lead meanwhile (${detail ?? 'some facts'}).`
}

/** Edits a lead; when somebody was faster, who it was and what they changed stands at the version. */
export async function orLatestEdit<Result>(
  actor: Actor,
  input: unknown,
  edit: (actor: Actor, input: unknown) => Promise<Result>,
): Promise<Result> {
  try {
    return await edit(actor, input)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'STALE') throw error
    const words = await latestEditInWords(actor, (input as { leadId: string }).leadId)
    throw invalid({ version: `${words ?? error.message} What you typed is still here and not saved.` })
  }
}
