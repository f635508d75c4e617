import { DomainError, invalid } from '@/lib/errors'

/** Moves what a refusal says of one field of the input to the field of the form that it came from. */
export async function atField<Result>(work: Promise<Result>, names: Record<string, string>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'INVALID') throw error
    throw invalid(
      Object.fromEntries(Object.entries(error.fields).map(([field, sentence]) => [names[field] ?? field, sentence])),
    )
  }
}

/** What a command answers; null where somebody else was faster, for pages that then say how things stand. */
export async function unlessTooLate<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CONFLICT') return null
    throw error
  }
}
