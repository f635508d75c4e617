import { DomainError, invalid } from '@/lib/errors'

/** Says what a refusal says of fields under other names, as the form or the body that was sent has them. */
export async function withFieldNames<Result>(
  work: Promise<Result>,
  rename: (field: string) => string,
): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'INVALID') throw error
    throw invalid(
      Object.fromEntries(Object.entries(error.fields).map(([field, sentence]) => [rename(field), sentence])),
    )
  }
}

/** The same by a table; a field that is not in it keeps its name. */
export const atField = <Result>(work: Promise<Result>, names: Record<string, string>) =>
  withFieldNames(work, (field) => names[field] ?? field)
