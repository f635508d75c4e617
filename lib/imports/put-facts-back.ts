import 'server-only'
import { recordActivity } from '@/lib/activity/record-activity'
import type { Tx } from '@/lib/db'
import { type Facts, goingBack } from '@/lib/imports/changed-facts'
import {
  type Draft,
  type DraftFacts,
  historyOf,
  loadDrafts,
  setFact,
  storedFacts,
  updateLeads,
} from '@/lib/imports/lead-drafts'
import type { Kept, RememberedChange, RevertContext } from '@/lib/imports/revert-context'
import { standingNames } from '@/lib/imports/standings'
import { isNamed } from '@/lib/leads/input'

const told: Record<string, string> = {
  externalId: 'external id',
  firstName: 'first name',
  lastName: 'last name',
  createdAt: 'created at',
}

const nameOf = (fact: string) => told[fact] ?? fact.replace(/^details\./, '')

/**
 * A step: facts that an import has changed go back, each that still is what the import made of it. Returns the leads
 * where something stays. Their identities are locked.
 */
export async function putFactsBack({ tx, actor, now, changes }: RevertContext): Promise<Kept[]> {
  const remembered = changes.map(withoutStanding).filter(({ after }) => Object.keys(after).length > 0)
  const drafts = await loadDrafts(
    tx,
    remembered.map(({ leadId }) => leadId),
  )
  const byId = new Map(drafts.map((draft) => [draft.id, draft]))
  const going = remembered.flatMap((change) => {
    const draft = byId.get(change.leadId)
    return draft ? [{ draft, ...goingBack(change, storedFacts(draft)) }] : []
  })
  const taken = await takenIdentities(
    tx,
    going.map(({ back }) => back),
  )
  const referred = await referredTo(
    tx,
    going.map(({ back }) => back),
  )
  const kept: Kept[] = []
  for (const { draft, back, kept: changedSince } of going) {
    const why = [
      ...(changedSince.length > 0 ? [`Changed since: ${changedSince.map(nameOf).join(', ')}.`] : []),
      ...identityProblems(draft, back, taken),
    ]
    for (const [name, fact] of Object.entries(back)) putBack(draft, name, fact, referred)
    if (why.length > 0) kept.push({ leadId: draft.id, why: why.join(' ') })
  }
  const changed = drafts.filter((draft) => Object.keys(draft.changes).length > 0)
  await updateLeads(tx, changed)
  await recordActivity(tx, { actorId: actor.id, now }, changed.flatMap(historyOf))
  return kept
}

function withoutStanding({ leadId, before, after }: RememberedChange): RememberedChange {
  const isFact = ([name]: [string, unknown]) => !(standingNames as readonly string[]).includes(name)
  const facts = (of: Facts) => Object.fromEntries(Object.entries(of).filter(isFact))
  return { leadId, before: facts(before), after: facts(after) }
}

type Referred = { companies: Map<string, DraftFacts['company']>; people: Map<string, DraftFacts['owner']> }

/** The companies and people that facts name by id, as far as they are still there. */
async function referredTo(tx: Tx, backs: Facts[]): Promise<Referred> {
  const ids = (name: string) => backs.flatMap((back) => (typeof back[name] === 'string' ? [back[name]] : []))
  const select = { id: true, name: true } as const
  const companies = await tx.company.findMany({ where: { id: { in: ids('company') } }, select })
  const people = await tx.person.findMany({ where: { id: { in: ids('owner') } }, select })
  return {
    companies: new Map(companies.map((company) => [company.id, company])),
    people: new Map(people.map((person) => [person.id, person])),
  }
}

function putBack(draft: Draft, name: string, fact: unknown, { companies, people }: Referred) {
  if (name.startsWith('details.')) {
    const { [name.slice('details.'.length)]: _, ...others } = draft.details
    setFact(draft, 'details', fact === null ? others : { ...others, [name.slice('details.'.length)]: fact })
  } else if (name === 'company') setFact(draft, 'company', companies.get(fact as string) ?? null)
  else if (name === 'owner') setFact(draft, 'owner', people.get(fact as string) ?? null)
  else if (name === 'createdAt') setFact(draft, 'createdAt', new Date(fact as string))
  else setFact(draft, name as keyof DraftFacts, fact as never)
}

/** The living leads that have one of the external ids and addresses that are to go back. */
async function takenIdentities(tx: Tx, backs: Facts[]) {
  const all = (name: string) => backs.flatMap((back) => (typeof back[name] === 'string' ? [back[name]] : []))
  return tx.lead.findMany({
    where: { deletedAt: null, OR: [{ externalId: { in: all('externalId') } }, { email: { in: all('email') } }] },
    select: { id: true, externalId: true, email: true },
  })
}

/** Leaves out of `back` what would make two leads one, or leave a lead without a name; says so. */
function identityProblems(draft: Draft, back: Facts, taken: Awaited<ReturnType<typeof takenIdentities>>): string[] {
  const others = taken.filter(({ id }) => id !== draft.id)
  const problems: string[] = []
  if (back.externalId && others.some(({ externalId }) => externalId === back.externalId)) {
    problems.push('Another lead has its external id of before.')
    delete back.externalId
  }
  const externalId = 'externalId' in back ? back.externalId : draft.externalId
  const sharing = back.email ? others.filter(({ email }) => email === back.email) : []
  if (sharing.some((other) => other.externalId === null || !externalId)) {
    problems.push('Another lead has its email of before.')
    delete back.email
  }
  if (!isNamed({ ...draft, ...back })) {
    problems.push('It would be left without a name.')
    for (const name of ['firstName', 'lastName', 'email', 'externalId']) delete back[name]
  }
  return problems
}
