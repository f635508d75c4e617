import { db } from '@/lib/db'
import { findDuplicates } from '@/lib/duplicates/find-duplicates'
import { createLead } from '@/lib/leads/create-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { day, workdayUpTo } from './time'
import type { World } from './world'

type Known = {
  id: string
  firstName: string | null
  lastName: string | null
  email: string | null
  phone: string | null
  company: { name: string; domain: string | null } | null
}

/** Without the letter in the middle: how a name is misheard on a stand. */
const misheard = (name: string | null) => `${name ?? ''}`.replace(/^(.{2}).(.+)$/, '$1$2')
/** +46 90 123 45 67 as it is dialled at home. */
const dialled = (phone: string | null) => phone?.replace(/^\+46 90 /, '090-') ?? '090-100 20 30'
const companyOf = ({ company }: Known) => (company ? { company: { name: company.name } } : {})

/** How somebody comes to be in the books twice. The last of them was noticed, and merged. */
const secondTimes: ((lead: Known) => object)[] = [
  (lead) => ({
    firstName: misheard(lead.firstName),
    lastName: lead.lastName,
    phone: dialled(lead.phone),
    source: 'Trade fair',
    ...companyOf(lead),
  }),
  (lead) => ({ firstName: lead.firstName, lastName: lead.lastName, source: 'Webinar', ...companyOf(lead) }),
  (lead) => ({ firstName: lead.firstName, lastName: misheard(lead.lastName), source: 'Referral', ...companyOf(lead) }),
  (lead) => ({ email: lead.email, externalId: 'crm-20417', source: 'Old CRM', ...companyOf(lead) }),
  (lead) => ({ firstName: 'Reception', phone: dialled(lead.phone), ...companyOf(lead) }),
  (lead) => ({
    firstName: lead.firstName,
    lastName: lead.lastName,
    phone: dialled(lead.phone),
    title: 'Head of logistics',
    source: 'Trade fair',
    ...companyOf(lead),
  }),
]

/** A handful of leads that Marketing has twice without knowing it, each with a touch or two of its own. */
export async function addDuplicates({ cast, now }: World) {
  const known = await db.lead.findMany({
    where: {
      phone: { not: null },
      email: { not: null },
      deletedAt: null,
      createdAt: { lt: new Date(now - 40 * day) },
      state: { outcome: 'OPEN', desk: 'MARKETING', stage: 'COLD', touchCount: 1, doNotContact: false },
    },
    orderBy: { id: 'desc' },
    take: secondTimes.length,
    include: { company: { select: { name: true, domain: true } } },
  })
  for (const [nth, lead] of known.entries()) {
    const at = new Date(workdayUpTo(now - (nth * 5 + 3) * day))
    const facts = secondTimes[nth]?.(lead) ?? {}
    if ('externalId' in facts)
      await editLead(cast.mia, { leadId: lead.id, version: null, changes: { externalId: 'crm-11863' } }, { now: at })
    const second = await createLead(cast.mia, facts, { now: at })
    await logTouch(cast.mia, { leadId: second.id, channel: 'networking', note: 'Talked on the stand' }, { now: at })
    if (nth === secondTimes.length - 1)
      await mergeLeads(
        cast.max,
        { keptId: lead.id, goneId: second.id, fields: { title: 'gone' } },
        { now: new Date(at.getTime() + day) },
      )
  }
  await findDuplicates(() => new Date(now))
}
