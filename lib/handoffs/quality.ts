import type { LeadQuality } from '@/prisma/generated/enums'

/** How good Sales may find a lead, the best first, as a page says it. */
export const qualityWords: Record<LeadQuality, string> = { good: 'Good', fair: 'Fair', poor: 'Poor' }
export const qualities = Object.keys(qualityWords) as LeadQuality[]
