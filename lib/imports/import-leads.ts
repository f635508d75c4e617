import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import { settleCompanies } from '@/lib/companies/settle-companies'
import { type BatchContext, type Fate, fateOf, newIds } from '@/lib/imports/batch'
import { changedFacts } from '@/lib/imports/changed-facts'
import { emptyOut } from '@/lib/imports/empty-out'
import { isOwnName, KnownLeads } from '@/lib/imports/known-leads'
import { knownPeople } from '@/lib/imports/known-people'
import {
  type Draft,
  draftOf,
  fillIn,
  historyOf,
  insertLeads,
  loadDrafts,
  setFact,
  storedFacts,
  takeRow,
  updateLeads,
} from '@/lib/imports/lead-drafts'
import type { LeadRow } from '@/lib/imports/read-facts'
import { recordChanges, recordFilled } from '@/lib/imports/record-changes'
import type { RehearsedLead } from '@/lib/imports/rehearsal'
import { knownBy, lockKnownBy } from '@/lib/leads/known-by'
import { leadIdentities } from '@/lib/leads/lead-identities'
import { lockIdentities } from '@/lib/leads/lock-identities'
import { holdCountingRules } from '@/lib/touchpoints/counting-rules'

/**
 * A step: takes leads in, row after row as if each came alone, and writes them in a few statements. A known lead is
 * updated (empty cells leave what is there, unless they are to overwrite; a row that names it by what a merge left it only fills in what it lacks), an
 * unknown one is made on the MARKETING desk, as far as the mode wants it. Returns each row's fate; a rehearsal writes
 * nothing.
 */
export async function importLeads(context: BatchContext, rows: LeadRow[]): Promise<Fate[]> {
  const { tx, actor, now, importId, mode, overwritesWithEmpty, rehearsal } = context
  const references = rows.map(({ facts }) => facts)
  if (!rehearsal) await lockIdentities(tx, references.flatMap(leadIdentities))
  const { policy, currency } = await holdCountingRules(tx)
  const rehearsed = rehearsal?.meantBy(references) ?? []
  const known = await (rehearsal ? knownBy : lockKnownBy)(tx, references)
  const ids = [...new Set([...known.map(({ leadId }) => leadId), ...rehearsed.map(({ id }) => id)])]
  const drafts = await loadDrafts(tx, ids)
  if (rehearsal) rehearse(drafts, rehearsed)
  const leads = new KnownLeads(drafts, known)
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
      const meant = leads.recognise(row.facts)
      if (mode === (meant ? 'create' : 'update')) return 'skipped'
      const draft = meant ?? draftOf(spare[nth] ?? '', row.createdAt ?? now, importer)
      const isMergedAway = meant !== undefined && !isOwnName(meant, row.facts)
      if (isMergedAway) fillIn(draft, row, currency)
      else takeRow(draft, row, owner, currency)
      if (meant && !isMergedAway && overwritesWithEmpty) emptyOut(draft, row)
      leads.add(draft)
      if (!isMergedAway || draft.company === null) taken.push({ row, draft })
      if (meant) return 'updated'
      drafts.push(draft)
      return 'created'
    }),
  )

  if (rehearsal) {
    for (const draft of drafts) if (draft.isNew || isRenamed(draft)) rehearsal.keep(draft)
    return fates
  }

  const employed = taken.flatMap(({ row, draft }) =>
    row.facts.company ? [{ draft, ref: { ...row.facts.company, employees: row.employees } }] : [],
  )
  const { companies, filled } = await settleCompanies(
    tx,
    employed.map(({ ref }) => ref),
    now,
  )
  employed.forEach(({ draft }, nth) => {
    const company = companies[nth]
    if (company) setFact(draft, 'company', { id: company.id, name: company.name })
  })
  await recordFilled(tx, importId, filled)

  const changed = drafts.filter(({ isNew, changes }) => !isNew && Object.keys(changes).length > 0)
  await insertLeads(
    tx,
    drafts.filter(({ isNew }) => isNew),
    { actorId: actor.id, importId, now, policyVersion: policy.version },
  )
  await updateLeads(tx, changed)
  await recordChanges(tx, importId, changed.flatMap(changeOf))
  await recordActivity(tx, { actorId: actor.id, now }, changed.flatMap(historyOf))
  return fates
}

/** The drafts as the rows before would have left them, those that they would have made among them. */
function rehearse(drafts: Draft[], rehearsed: RehearsedLead[]): void {
  for (const { id, externalId, email } of rehearsed) {
    let draft = drafts.find((candidate) => candidate.id === id)
    if (!draft) drafts.push((draft = draftOf(id, new Date(0), null)))
    Object.assign(draft, { externalId, email })
  }
}

const isRenamed = ({ changes }: Draft) => 'externalId' in changes || 'email' in changes

/** What is remembered of a known lead, so that it can go back. */
function changeOf({ id: leadId, before, ...draft }: Draft) {
  const changed = changedFacts(storedFacts({ ...draft, ...before }), storedFacts(draft))
  return changed ? [{ leadId, ...changed }] : []
}
