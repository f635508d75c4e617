import { text } from '@/lib/fields'
import { type PageParams, paramOf } from '@/lib/page-params'

/** Letters to look for, trimmed; undefined when there are none, or some that can't be stored. */
export function wordsParam(params: PageParams, name: string): string | undefined {
  return text(200).safeParse(paramOf(params, name)).data
}
