import 'server-only'
import type { NewActivity } from '@/lib/activity/activity'
import { recordActivity } from '@/lib/activity/record-activity'
import { settleCompanies } from '@/lib/companies/settle-companies'
import { type BatchContext, type Fate, fateOf, newIds } from '@/lib/imports/batch'
import { idsOfLeads, KnownLeads } from '@/lib/imports/known-leads'
import { knownPeople } from '@/lib/imports/known-people'
import { type Draft, draftOf, insertLeads, loadDrafts, setFact, takeRow, updateLeads } from '@/lib/imports/lead-drafts'
import type { LeadRow } from '@/lib/imports/read-facts'
import { leadIdentities } from '@/lib/leads/lead-identities'
import { lockIdentities } from '@/lib/leads/lock-identities'
import { lockLeads } from '@/lib/leads/lock-leads'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'

/**
 * A step: takes leads in, row after row as if each came alone, and writes them in a few statements. A known lead is
 * updated (empty cells leave what is there), an unknown one is made on the MARKETING desk. Returns each row's fate.
 */
export async function importLeads(context: BatchContext, rows: LeadRow[]): Promise<Fate[]> {
  const { tx, actor, now, importId } = context
  const references = rows.map(({ facts }) => facts)
  await lockIdentities(tx, references.flatMap(leadIdentities))
  const { policy, currency } = await holdCountingRules(tx)
  const ids = await idsOfLeads(tx, references)
  await lockLeads(tx, ids)
  const drafts = await loadDrafts(tx, ids)
  const leads = new KnownLeads(drafts)
  const people = await knownPeople(
    tx,
    rows.map(({ ownerEmail }) => ownerEmail),
  )
  const importer = actor.role === 'marketer' ? { id: actor.id, name: actor.name } : null
  const spare = await newIds(tx, rows.length)

  const taken: { row: LeadRow; draft: Draft }[] = []
  const fates = rows.map((row, nth) =>
    fateOf(() => {
      const owner = row.ownerEmail ? people.named('owner', row.ownerEmail) : null
      const known = leads.recognise(row.facts)
      const draft = known ?? draftOf(spare[nth] ?? '', row.createdAt ?? now, importer)
      takeRow(draft, row, owner, currency)
      leads.add(draft)
      taken.push({ row, draft })
      if (known) return 'updated'
      drafts.push(draft)
      return 'created'
    }),
  )

  const employed = taken.flatMap(({ row, draft }) => (row.facts.company ? [{ draft, ref: row.facts.company }] : []))
  const companies = await settleCompanies(
    tx,
    employed.map(({ ref }) => ref),
    now,
  )
  employed.forEach(({ draft }, nth) => {
    const company = companies[nth]
    if (company) setFact(draft, 'company', { id: company.id, name: company.name })
  })

  const changed = drafts.filter(({ isNew, changes }) => !isNew && Object.keys(changes).length > 0)
  await insertLeads(
    tx,
    drafts.filter(({ isNew }) => isNew),
    { actorId: actor.id, importId, now, policyVersion: policy.version },
  )
  await updateLeads(tx, changed)
  await recordActivity(tx, { actorId: actor.id, now }, changed.flatMap(historyOf))
  return fates
}

function historyOf({ id: leadId, changes }: Draft): NewActivity[] {
  const { owner, ...edits } = changes
  const assigned = owner && {
    ...(typeof owner.from === 'string' ? { from: owner.from } : {}),
    ...(typeof owner.to === 'string' ? { to: owner.to } : {}),
  }
  return [
    ...(Object.keys(edits).length > 0 ? [{ type: 'lead_edited', leadId, data: { changes: edits } } as const] : []),
    ...(assigned ? [{ type: 'lead_assigned', leadId, data: { owner: assigned } } as const] : []),
  ]
}
