import { DomainError } from '@/lib/errors'

/** What a command answers; null where somebody else was faster, for pages that then say how things stand. */
export async function unlessTooLate<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CONFLICT') return null
    throw error
  }
}
