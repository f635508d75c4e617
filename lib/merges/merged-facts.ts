import type { LeadSnapshot, Standing } from '@/lib/merges/snapshot'

/**
 * What becomes of two leads that are one: of each fact the manager says whose is kept; where nobody says, the kept
 * lead's, or the other's where it has none. Tags and details of both stay, do-not-contact of either holds, the lead came
 * to be when the first of the two did. Where it stands (outcome, desk, rep and handoff belong together) is one choice:
 * won before open, with Sales before waiting before Marketing, lost last.
 */
export const mergeFields = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'title',
  'company',
  'externalId',
  'source',
  'value',
  'owner',
  'standing',
] as const
export type MergeField = (typeof mergeFields)[number]

/** Which of the two: the lead that stays, or the one that goes. */
export type MergeSide = 'kept' | 'gone'
export type MergePicks = Partial<Record<MergeField, MergeSide>>

type PlainField = Exclude<MergeField, 'standing'>

/** What each field is called in a snapshot; a value goes with its currency. */
const columns = {
  firstName: ['firstName'],
  lastName: ['lastName'],
  email: ['email'],
  phone: ['phone'],
  title: ['title'],
  company: ['companyId'],
  externalId: ['externalId'],
  source: ['source'],
  value: ['value', 'currency'],
  owner: ['ownerId'],
} as const satisfies Record<PlainField, (keyof LeadSnapshot)[]>

const plainFields = Object.keys(columns) as PlainField[]

const factOf = (lead: LeadSnapshot, field: PlainField) => lead[columns[field][0]]

/** How far a lead is: of two standings the further one is proposed. */
function advance({ outcome, desk }: Standing): number {
  if (outcome !== 'OPEN') return outcome === 'WON' ? 4 : 0
  return { MARKETING: 1, QUEUE: 2, SALES: 3 }[desk]
}

/** The side that is proposed for a field. */
export function proposedSide(field: MergeField, kept: LeadSnapshot, gone: LeadSnapshot): MergeSide {
  if (field === 'standing') return advance(gone.standing) > advance(kept.standing) ? 'gone' : 'kept'
  return factOf(kept, field) === null && factOf(gone, field) !== null ? 'gone' : 'kept'
}

/** The side of every field: as picked, else as proposed. */
export function sidesOf(kept: LeadSnapshot, gone: LeadSnapshot, picks: MergePicks): Record<MergeField, MergeSide> {
  const sides = mergeFields.map((field) => [field, picks[field] ?? proposedSide(field, kept, gone)])
  return Object.fromEntries(sides) as Record<MergeField, MergeSide>
}

/** The fields in which the two differ, so that somebody has to choose. */
export const differingFields = (kept: LeadSnapshot, gone: LeadSnapshot): MergeField[] =>
  mergeFields.filter((field) =>
    field === 'standing'
      ? standingWords(kept.standing) !== standingWords(gone.standing)
      : columns[field].some((column) => kept[column] !== gone[column]),
  )

const standingWords = ({ outcome, desk, repId, closedAt, open }: Standing) =>
  JSON.stringify([outcome, desk, repId, closedAt, open?.status])

/** The lead as it will be, its ledger apart. */
export function mergedFacts(kept: LeadSnapshot, gone: LeadSnapshot, picks: MergePicks): LeadSnapshot {
  const sides = sidesOf(kept, gone, picks)
  const from = (field: MergeField) => (sides[field] === 'kept' ? kept : gone)
  const facts = plainFields.flatMap((field) => columns[field].map((column) => [column, from(field)[column]]))
  const doNotContact = kept.doNotContact || gone.doNotContact
  const standing = allowed(from('standing').standing, doNotContact)
  const lastRecycled = (gone.recycledAt ?? '') > (kept.recycledAt ?? '') ? gone : kept
  return {
    ...kept,
    ...(Object.fromEntries(facts) as Partial<LeadSnapshot>),
    tags: [...new Set([...kept.tags, ...gone.tags])],
    details: { ...gone.details, ...kept.details },
    createdAt: kept.createdAt < gone.createdAt ? kept.createdAt : gone.createdAt,
    wasOffered: kept.wasOffered || gone.wasOffered,
    doNotContact,
    recycledAt: lastRecycled.recycledAt,
    wakeOn: standing.outcome === 'OPEN' && standing.desk === 'MARKETING' ? lastRecycled.wakeOn : null,
    standing,
  }
}

/** A lead that may not be contacted does not wait for Sales. */
const allowed = (standing: Standing, doNotContact: boolean): Standing =>
  doNotContact && standing.open?.status === 'WAITING' ? { ...standing, desk: 'MARKETING', open: null } : standing

/** The facts of `kept` after an undo: as before the merge where they are as the merge left them, else as edited since. */
export function factsBefore(before: LeadSnapshot, merged: LeadSnapshot, now: LeadSnapshot): LeadSnapshot {
  const back = plainFields.flatMap((field) =>
    columns[field].every((column) => now[column] === merged[column])
      ? columns[field].map((column) => [column, before[column]])
      : [],
  )
  const came = <Fact>(name: string, facts: Record<string, Fact>) =>
    !(name in before.details) && JSON.stringify(facts[name]) === JSON.stringify(merged.details[name])
  return {
    ...now,
    ...(Object.fromEntries(back) as Partial<LeadSnapshot>),
    tags: now.tags.filter((tag) => before.tags.includes(tag) || !merged.tags.includes(tag)),
    details: Object.fromEntries(Object.entries(now.details).filter(([name]) => !came(name, now.details))),
    createdAt: now.createdAt === merged.createdAt ? before.createdAt : now.createdAt,
    doNotContact: now.doNotContact === merged.doNotContact ? before.doNotContact : now.doNotContact,
  }
}
