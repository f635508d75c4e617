import { companyIdentities } from '@/lib/companies/company-identities'
import type { LeadFacts } from '@/lib/leads/input'

/** What a lead is recognised by, together with its company, as lockIdentities takes it. */
export const leadIdentities = ({ email, externalId, company }: Pick<LeadFacts, 'email' | 'externalId' | 'company'>) => [
  ...(email ? [`email ${email}`] : []),
  ...(externalId ? [`external id ${externalId}`] : []),
  ...(company ? companyIdentities(company) : []),
]
