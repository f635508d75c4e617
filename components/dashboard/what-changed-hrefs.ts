import type { ListHref } from '@/components/dashboard/count-link'
import type { ReportHrefs } from '@/components/dashboard/report-hrefs'
import type { Days } from '@/lib/reports/presets'
import type { ChangeStep, Part } from '@/lib/reports/changes/what-changed'
import type { Reason } from '@/prisma/generated/enums'

type Lists = Pick<ReportHrefs, 'leadsHref' | 'anyHandoffsHref'>

/** Which of the leads or handoffs at a step: all, those that got over it, those that did not, or for one reason. */
export type Which = 'of' | 'did' | 'not' | { reason: Reason }

/** Where the leads or handoffs of a part are listed that took a step in these days. */
export function changeHref(lists: Lists, part: Part, step: ChangeStep, days: Days, which: Which): string | null {
  const inDays = (what: string) => ({
    ...(days.from ? { [`${what}From`]: days.from } : {}),
    ...(days.to ? { [`${what}To`]: days.to } : {}),
  })
  const { leadsHref, anyHandoffsHref } = lists
  const whose = ofPart(part)
  const asked: Record<ChangeStep, () => string | null> = {
    came: () => leadsHref({ ...whose, ...inDays('created') }),
    warmed: () => leadsHref({ ...whose, ...inDays('warmed') }),
    offered: () => anyHandoffsHref({ ...whose, ...inDays('offered') }),
    accepted: () => anyHandoffsHref({ ...whose, ...inDays('offered'), ...fate(which) }),
    touched: () => anyHandoffsHref({ ...whose, ...inDays('due'), promise: 'first_touch', ...kept(which) }),
    won: () => leadsHref({ ...whose, ...inDays('closed'), ...outcome(which) }),
  }
  return asked[step]()
}

type Words = Parameters<ListHref>[0]

function ofPart(part: Part): Words {
  if (part.dimension === null) return {}
  return { [part.dimension === 'channel' ? 'firstChannel' : part.dimension]: part.key }
}

function fate(which: Which): Words {
  if (typeof which === 'object') return { fate: 'refused', reason: which.reason }
  return { fate: { of: 'answered', did: 'accepted', not: 'refused' }[which] }
}

const kept = (which: Which): Words => (which === 'did' ? { kept: 'yes' } : which === 'not' ? { kept: 'no' } : {})

/** Decided are leads that came as far as an acceptance, and are closed. */
function outcome(which: Which): Words {
  if (which === 'did') return { outcome: 'WON' }
  const decided = { step: 'accepted', at: 'entered' }
  if (which === 'of') return decided
  return { ...decided, outcome: 'LOST', ...(which === 'not' ? {} : { lostReason: which.reason }) }
}
