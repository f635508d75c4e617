import 'server-only'
import { createHash } from 'node:crypto'
import type { LeadReference } from '@/lib/imports/read-facts'
import type { Outcome } from '@/prisma/generated/enums'

/** A lead as far as rows recognise it. */
export type RehearsedLead = { id: string; externalId: string | null; email: string | null }

/**
 * What the rows of a dry run would have left behind so far, for the rows after them: a file may name the lead that it
 * makes a thousand lines before. In memory, a few hundred bytes a row; a dry run that is begun again begins at its start.
 */
export class Rehearsal {
  private readonly leads = new Map<string, RehearsedLead>()
  private readonly idsByName = new Map<string, Set<string>>()
  private readonly touches = new Set<string>()
  readonly outcomes = new Map<string, { outcome: Outcome; closedAt: Date | null }>()
  /** Leads that rows would have marked do-not-contact. */
  readonly marked = new Set<string>()

  /** Leads that rows have made, or recognised by another name than the database knows. */
  keep({ id, externalId, email }: RehearsedLead): void {
    this.leads.set(id, { id, externalId, email })
    for (const name of namesOf({ externalId, email }))
      this.idsByName.set(name, (this.idsByName.get(name) ?? new Set()).add(id))
  }

  /** The leads of before that these references may mean. */
  meantBy(references: LeadReference[]): RehearsedLead[] {
    const ids = new Set(references.flatMap(namesOf).flatMap((name) => [...(this.idsByName.get(name) ?? [])]))
    return [...ids].flatMap((id) => this.leads.get(id) ?? [])
  }

  /** A touch that would be logged, by all that it says. */
  keepTouch(key: string): void {
    this.touches.add(short(key))
  }

  hasTouch(key: string): boolean {
    return this.touches.has(short(key))
  }
}

const namesOf = ({
  externalId,
  email,
}: {
  externalId?: string | null | undefined
  email?: string | null | undefined
}) => [...(externalId ? [`id ${externalId}`] : []), ...(email ? [`email ${email}`] : [])]

const short = (key: string) => createHash('sha256').update(key).digest('base64url').slice(0, 22)
