import { uuid } from '@/lib/fields'

/** The parameters of a page's address, as Next hands them over. */
export type PageParams = Record<string, string | string[] | undefined>

/** A parameter's value, of a doubled one the first; undefined when it is missing or empty. */
export function paramOf(params: PageParams, name: string): string | undefined {
  const value = params[name]
  return (Array.isArray(value) ? value[0] : value) || undefined
}

/** A parameter that is an id; undefined when it is none of ours. */
export function idParam(params: PageParams, name: string): string | undefined {
  return uuid.safeParse(paramOf(params, name)).data
}

/** A parameter that may be given several times: its different ids, what is no id left out. */
export function idsParam(params: PageParams, name: string): string[] {
  const ids = [params[name]].flat().flatMap((value) => uuid.safeParse(value).data ?? [])
  return [...new Set(ids)]
}

/** One of a few words; the first of them when the parameter is something else. */
export function wordParam<Word extends string>(
  params: PageParams,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const value = paramOf(params, name)
  return words.find((word) => word === value) ?? words[0]
}

/** How many rows come before this page of a list: a whole number, 0 when it is none. */
export function startParam(params: PageParams): number {
  const value = paramOf(params, 'start') ?? ''
  return /^\d{1,7}$/.test(value) ? Number(value) : 0
}

/** How a list is shown, as its search form carries it along: the order, the columns, the saved view it began as. */
export function listParams(params: PageParams): Record<'sort' | 'columns' | 'saved', string | undefined> {
  return { sort: paramOf(params, 'sort'), columns: paramOf(params, 'columns'), saved: paramOf(params, 'saved') }
}

/** The period that an address asks for: by its name, or by its days. */
export const periodParams = (params: PageParams): Record<'period' | 'from' | 'through', string | undefined> => ({
  period: paramOf(params, 'period'),
  from: paramOf(params, 'from'),
  through: paramOf(params, 'through'),
})
