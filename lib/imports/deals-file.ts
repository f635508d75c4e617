import { headerKey, headerNames } from '@/lib/imports/header-names'
import { suggestDefaults, suggestMapping, type Samples } from '@/lib/imports/suggest-mapping'

/** Columns that only exports of deals have: of HubSpot and Zoho, of Pipedrive, of Salesforce by report and by data loader. */
const dealNames = new Set([
  'dealname',
  'dealtitle',
  'dealid',
  'opportunityname',
  'opportunityid',
  'potentialname',
  'stagename',
])
const endings = new Set([...(headerNames.outcomes.outcome ?? []), ...(headerNames.outcomes.closedAt ?? [])])
const personal = ['email', 'name', 'firstName', 'lastName']

/**
 * Whether a file tells how deals of leads went, by the names of its columns: it names deals and how they end, or has
 * the day of a win or a loss and nobody's name. Its rows are outcomes; as leads each deal would be one.
 */
export function isDealsFile(headers: string[], samples: Samples): boolean {
  const keys = headers.map(headerKey)
  if (keys.some((key) => dealNames.has(key)) && keys.some((key) => endings.has(key))) return true
  const isPerson = Object.values(suggestMapping(headers, samples, 'leads')).some((field) =>
    personal.includes(field ?? ''),
  )
  return !isPerson && 'outcome' in suggestDefaults(suggestMapping(headers, samples, 'outcomes'))
}
