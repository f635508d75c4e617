import 'server-only'
import type { ImportField } from '@/lib/imports/fields'
import { type Draft, type DraftFacts, setFact } from '@/lib/imports/lead-drafts'
import type { LeadRow } from '@/lib/imports/read-facts'
import { isNamed } from '@/lib/leads/input'

/** The facts that a field tells; by what a lead is recognised and when it came to be are never emptied. */
const factsOf: Partial<Record<ImportField, (keyof DraftFacts)[]>> = {
  email: ['email'],
  name: ['firstName', 'lastName'],
  firstName: ['firstName'],
  lastName: ['lastName'],
  phone: ['phone'],
  title: ['title'],
  'company.name': ['company'],
  'company.domain': ['company'],
  source: ['source'],
  value: ['value'],
  currency: ['currency'],
  tags: ['tags'],
  owner: ['owner'],
}

/** Takes away what a row leaves empty, unless another of its columns says it, or the lead would be nobody. */
export function emptyOut(draft: Draft, { facts, empty, ownerEmail }: LeadRow): void {
  const said = new Set<string>([...Object.keys(facts), ...(ownerEmail ? ['owner'] : [])])
  const names = empty.fields.flatMap((field) => factsOf[field] ?? []).filter((name) => !said.has(name))
  for (const name of names) {
    if (name === 'tags') setFact(draft, 'tags', [])
    else if (isNamed({ ...draft, [name]: null })) setFact(draft, name, null as never)
  }
  const details = Object.entries(draft.details).filter(([name]) => !empty.details.includes(name))
  setFact(draft, 'details', Object.fromEntries(details))
}
