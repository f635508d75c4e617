import 'server-only'
import { Prisma } from '@/prisma/generated/client'

const { sql, join } = Prisma

/** What the search index holds of a lead. */
const searchText = sql`lower(coalesce(l.first_name, '') || ' ' || coalesce(l.last_name, '') || ' ' || coalesce(l.email, ''))`

/** A phone number in whatever way it is written, as its index holds it. */
const phoneDigits = sql`regexp_replace(l.phone, '[^0-9]', '', 'g')`

/** More words than a name and a company have narrow nothing further. */
const mostWords = 6
/** Companies whose leads one word may bring along. */
const mostCompanies = 1000
/** Shorter words are like too many others. */
const shortestMisspelled = 4
const longestSwapped = 8

/** A pattern for `like` that finds the words as they are. */
export const containing = (words: string) => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

const wordsOf = (q: string) => q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords)

/** Leads of which each word occurs in name, address or company; or whose phone number or external id it is. */
export function searchSql(q: string): Prisma.Sql {
  const digits = q.replace(/[\s().+/-]/g, '')
  return sql`(
    (${join(wordsOf(q).map(spelledSql), ' and ')})
    or l.external_id = ${q}
    ${/^\d{4,}$/.test(digits) ? sql`or ${phoneDigits} like ${`%${digits}%`}` : Prisma.empty}
  )`
}

/**
 * Leads with words like these in name, address or company: by the trigrams that they share (pg_trgm's word similarity
 * from `similarFrom` of lib/db.ts on), and all but long ones also with two letters swapped, which leaves few.
 * The shortest words and numbers are taken as they are.
 */
export function similarSql(q: string): Prisma.Sql {
  const alike = (word: string) =>
    word.length < shortestMisspelled || /\d/.test(word)
      ? spelledSql(word)
      : ofLeadOrCompany(isLike(searchText, word), isLike(sql`lower(name)`, word))
  return sql`(${join(wordsOf(q).map(alike), ' and ')})`
}

function isLike(text: Prisma.Sql, word: string): Prisma.Sql {
  const similar = sql`${text} %> ${word}`
  if (word.length > longestSwapped) return similar
  const swapped = [...word].slice(1).map((letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2))
  return sql`(${similar} or ${text} like any(${swapped.map(containing)}))`
}

const spelledSql = (word: string) =>
  ofLeadOrCompany(sql`${searchText} like ${containing(word)}`, sql`lower(name) like ${containing(word)}`)

const ofLeadOrCompany = (lead: Prisma.Sql, company: Prisma.Sql) =>
  sql`(${lead} or l.company_id = any(array(select id from company where ${company} limit ${mostCompanies})))`
