import 'server-only'
import { notFound } from 'next/navigation'
import { DomainError } from '@/lib/errors'
import { uuid } from '@/lib/fields'

/** The id in a page's path; shows the page for what is not there when it is no id. */
export function pathId(id: string): string {
  return uuid.safeParse(id).data ?? notFound()
}

/** What a query finds; shows the page for what is not there when it does not exist for the person. */
export async function orNotFound<Found>(query: Promise<Found>): Promise<Found> {
  try {
    return await query
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') notFound()
    throw error
  }
}
