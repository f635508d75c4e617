import type { BulkFacts } from '@/lib/bulk/input'
import type { Ability } from '@/lib/access/permissions'
import { channels } from '@/lib/touchpoints/channel'
import type { BulkStatus } from '@/prisma/generated/enums'

type Kind = BulkFacts['kind']

/** What each kind of bulk action is called on a page, in the order in which they are offered. */
export const bulkKindWords: Record<Kind, string> = {
  touch: 'Log a touch',
  tag: 'Tag',
  offer: 'Offer to Sales',
  owner: 'Assign owner',
  do_not_contact: 'Do not contact',
  delete: 'Delete',
}
export const bulkKinds = Object.keys(bulkKindWords) as Kind[]

/** What each kind needs besides the right to change many leads at once. */
export const bulkAbilities: Record<Kind, Ability> = {
  touch: 'touch.log',
  owner: 'lead.assign',
  tag: 'lead.edit',
  offer: 'handoff.offer',
  do_not_contact: 'lead.markDoNotContact',
  delete: 'lead.delete',
}

export const bulkStatusWords: Record<BulkStatus, string> = {
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Stopped',
  undoing: 'Taking back',
  undone: 'Taken back',
}

/** What an action does, in a few words: "Log a touch: networking, Hannover fair". */
export function bulkInWords({ facts, campaign }: { facts: BulkFacts; campaign: { name: string } | null }): string {
  switch (facts.kind) {
    case 'touch':
      return `Log a touch: ${[channels[facts.channel].label.toLowerCase(), campaign?.name].filter(Boolean).join(', ')}`
    case 'tag':
      return [
        facts.add.length ? `Tag: ${facts.add.join(', ')}` : '',
        facts.remove.length ? `Take tags away: ${facts.remove.join(', ')}` : '',
      ]
        .filter(Boolean)
        .join('; ')
    case 'owner':
      return facts.owner ? 'Assign owner' : 'Take the owner away'
    case 'offer':
      return 'Offer to Sales'
    case 'do_not_contact':
      return facts.doNotContact ? 'Mark do-not-contact' : 'Lift do-not-contact'
    case 'delete':
      return 'Delete'
  }
}
