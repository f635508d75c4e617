import type { Actor } from '@/lib/access/actor'
import type { LeadPage } from '@/lib/leads/lead-page'
import type { PageParams } from '@/lib/page-params'

/** What every dialog over a lead is made of. */
export type LeadDialogProps = {
  actor: Actor
  page: LeadPage
  params: PageParams
  now: Date
  /** The address without the dialog. */
  backHref: string
  /** Where offering, returning and answering lead. */
  to: string
}
