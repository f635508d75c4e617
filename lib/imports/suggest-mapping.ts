import type { ImportField } from '@/lib/imports/fields'
import { fieldNames } from '@/lib/imports/fields'
import { headerKey, headerNames, peopleByName } from '@/lib/imports/header-names'
import type { Mapping } from '@/lib/imports/mapping'
import { ourWord } from '@/lib/imports/words'
import type { Channel, ImportKind } from '@/prisma/generated/enums'

/** The cells of the first rows, row by row in the order of the headers. */
export type Samples = string[][]

/** The columns of a file by the names of its headers alone: what an import without a mapping goes by. */
export function columnsByName(headers: string[], samples: Samples, kind: ImportKind): Mapping['columns'] {
  const keys = headers.map(headerKey)
  const taken = new Map<number, ImportField>()
  for (const field of fieldNames(kind)) {
    const at = (headerNames[kind][field] ?? [])
      .map((name) => keys.findIndex((key, column) => key === name && !taken.has(column)))
      .find((column) => column !== -1 && !isPersonByName(keys[column] ?? '', column, samples))
    if (at !== undefined) taken.set(at, field)
  }
  return Object.fromEntries(headers.map((header, column) => [header, taken.get(column) ?? null]))
}

const isPersonByName = (key: string, column: number, samples: Samples) =>
  peopleByName.has(key) && !samples.some((row) => row[column]?.includes('@'))

/**
 * What the page proposes: the columns by name, and where those do not say who the leads are, a column of distinct ids.
 * A person confirms it.
 */
export function suggestMapping(headers: string[], samples: Samples, kind: ImportKind): Mapping['columns'] {
  const columns = columnsByName(headers, samples, kind)
  const idField: ImportField = kind === 'leads' ? 'externalId' : 'lead.externalId'
  const emailField: ImportField = kind === 'leads' ? 'email' : 'lead.email'
  const fields = Object.values(columns)
  if (fields.includes(idField) || fields.includes(emailField)) return columns
  const id = headers.find((header, column) => !columns[header] && looksLikeIds(header, column, samples))
  return id === undefined ? columns : { ...columns, [id]: idField }
}

function looksLikeIds(header: string, column: number, samples: Samples): boolean {
  const cells = samples.map((row) => row[column]?.trim() ?? '')
  return headerKey(header).endsWith('id') && cells.every(Boolean) && new Set(cells).size === cells.length
}

/** Words of other systems for where a lead came from, as parts of the value, and the channel that each stands for. */
const channelHints: [RegExp, Channel][] = [
  [/public.?relation|press|^pr$/, 'public_relations'],
  [/organic.?social|paid.?social|social|facebook|linkedin|instagram|twitter/, 'social_media'],
  [/organic|seo|blog|content|download|white.?paper|direct/, 'content'],
  [/paid|ppc|cpc|ads?\b|adwords|advert|display|banner|search/, 'advertising'],
  [/webinar/, 'webinar'],
  [/event|fair|conference|trade.?show|network/, 'networking'],
  [/direct.?mail|letter|post(al|card)/, 'direct_mail'],
  [/brand|sponsor|publicit|tv|radio/, 'brand_awareness'],
  [/refer|partner|word.?of.?mouth/, 'referral'],
  [/follow.?up.?call/, 'follow_up_call'],
  [/call|phone/, 'cold_call'],
  [/meeting|visit/, 'meeting'],
  [/demo/, 'demo'],
  [/proposal|quote/, 'proposal'],
  [/mail|newsletter/, 'email'],
  [/form|web|site|chat|inbound/, 'web_form'],
]

/** A channel for each of their words that suggests one; the others are left to the person. */
export function suggestChannelValues(values: string[]): Record<string, Channel> {
  const suggested: Record<string, Channel> = {}
  for (const value of values) {
    const text = value.trim().toLowerCase().replace(/[_-]+/g, ' ')
    const ours = ourWord('channel', value) as Channel | undefined
    const found =
      ours ?? (/direct.?mail/.test(text) ? 'direct_mail' : channelHints.find(([hint]) => hint.test(text))?.[1])
    if (found && text !== '') suggested[value] = found
  }
  return suggested
}

const outcomeHints: [RegExp, string][] = [
  [/won|win|customer|signed|success/, 'won'],
  [/lost|lose|dead|junk|unqualified|disqualified|churn|rejected/, 'lost'],
  [/open|new|progress|working|contacted|pending|qualified/, 'open'],
]

/** Our outcome for each of their words that suggests one. */
export function suggestOutcomeValues(values: string[]): Record<string, string> {
  return Object.fromEntries(
    values.flatMap((value) => {
      const found = ourWord('outcome', value) ?? outcomeHints.find(([hint]) => hint.test(value.toLowerCase()))?.[1]
      return found && value.trim() ? [[value, found]] : []
    }),
  )
}
