import { nameKey } from '@/lib/name-key'

/** How a company is named by a lead, a form or a row: by domain, by name, or by both. */
export type CompanyRef = { name?: string | undefined; domain?: string | null | undefined }

/** The name by which a company is recognised that may be known by its domain alone. */
export const companyKey = ({ name, domain }: CompanyRef) => nameKey(name ?? domain ?? '')

/** What a company is recognised by, as lockIdentities takes it. */
export const companyIdentities = (company: CompanyRef) => [
  `company ${companyKey(company)}`,
  ...(company.domain ? [`domain ${company.domain}`] : []),
]
