import { db } from '@/lib/db'
import type { ErrorCode } from '@/lib/errors'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import type { HandoffShape } from '@/lib/handoffs/handoff-shape'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { rateHandoff } from '@/lib/handoffs/rate-handoff'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { settleRepair } from '@/lib/handoffs/settle-repair'
import { takeNextHandoff } from '@/lib/handoffs/take-next-handoff'
import { withdrawHandoff } from '@/lib/handoffs/withdraw-handoff'
import { assignLead } from '@/lib/leads/assign-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { reopenLead } from '@/lib/leads/reopen-lead'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import type { Cast } from '@/tests/integration/cast'
import {
  isOpen,
  isRep,
  isUnsettled,
  type Lead,
  type Offer,
  offered,
  openOf,
  stageOf,
  taken,
  type Who,
  withdrawn,
} from '@/tests/integration/handoffs/walk-model'

/** One try of somebody, at a moment. */
type Scene = { cast: Cast; who: Who; lead: Lead; leads: Lead[]; at: { now: Date } }
/** With the offer and the touch that it is about. */
type Deed = Scene & { offer: Offer; touch: Lead['touches'][number] }

type Verb = {
  who: Who[]
  /** What it needs to be about, besides a lead. */
  needs?: 'offer' | 'touch'
  /** Why it is refused, null where it is not. */
  refused?: (deed: Deed) => ErrorCode | null
  run: (deed: Deed) => Promise<unknown>
  /** How all stands afterwards. */
  then: (deed: Deed, answer: unknown) => void | Promise<void>
}

const all: Who[] = ['mia', 'sam', 'sara', 'max']
const marketing: Who[] = ['mia', 'max']
const sales: Who[] = ['sam', 'sara', 'max']
const when = (code: ErrorCode, is: boolean) => (is ? code : null)

const sendBack = (kind: 'repair' | 'recycle' | 'disqualify', reason: string): Verb => ({
  who: sales,
  needs: 'offer',
  refused: ({ who, offer }) =>
    when('FORBIDDEN', isRep(who) && offer.status === 'ACCEPTED' && offer.rep !== who) ??
    when('CONFLICT', !isOpen(offer)),
  run: ({ cast, who, offer, at }) => returnHandoff(cast[who], { handoffId: offer.id, kind, reason }, at),
  then: ({ who, lead, offer }) => {
    Object.assign(offer, { status: 'RETURNED', returnedBy: who, repair: kind === 'repair' ? 'open' : null })
    Object.assign(lead, { desk: 'MARKETING', rep: null })
    if (kind === 'recycle') lead.recycled = lead.touches.length
    if (kind === 'disqualify') lead.outcome = 'LOST'
  },
})

const touch = (direction: 'inbound' | 'outbound'): Verb => ({
  who: all,
  refused: ({ lead }) => when('CONFLICT', lead.doNotContact && direction === 'outbound'),
  run: ({ cast, who, lead, at }) => logTouch(cast[who], { leadId: lead.id, channel: 'email', direction }, at),
  then: async ({ who, lead }, answer) => {
    const wasCold = stageOf(lead) === 'COLD'
    lead.touches.push({ id: (answer as { touchpoint: { id: string } }).touchpoint.id, by: who, isVoid: false })
    const isOffered = wasCold && stageOf(lead) !== 'COLD' && lead.outcome === 'OPEN' && lead.desk === 'MARKETING'
    if (!isOffered || lead.doNotContact) return
    const { id } = await db.handoff.findFirstOrThrow({ where: { leadId: lead.id }, orderBy: { id: 'desc' } })
    offered(lead, id, true)
  },
})

const close = (outcome: 'won' | 'lost'): Verb => ({
  who: sales,
  refused: ({ who, lead }) =>
    when('FORBIDDEN', isRep(who) && lead.rep !== who) ?? when('CONFLICT', lead.outcome !== 'OPEN'),
  run: ({ cast, who, lead, at }) =>
    closeLead(cast[who], { leadId: lead.id, outcome, ...(outcome === 'lost' ? { reason: 'no_fit' } : {}) }, at),
  then: ({ lead }) => {
    const open = openOf(lead)
    if (open?.status === 'ACCEPTED') open.status = 'CLOSED'
    withdrawn(lead, open)
    lead.outcome = outcome === 'won' ? 'WON' : 'LOST'
  },
})

const assign = (to: 'sam' | 'sara' | null): Verb => ({
  who: ['max'],
  refused: ({ lead }) => when('CONFLICT', to === null && lead.rep !== null && openOf(lead)?.status === 'ACCEPTED'),
  run: ({ cast, who, lead, at }) => assignLead(cast[who], { leadId: lead.id, rep: to && cast[to].id }, at),
  then: ({ lead }) => {
    const open = openOf(lead)
    if (to === lead.rep) return
    lead.rep = to
    if (to === null) lead.desk = lead.outcome === 'OPEN' && lead.desk === 'SALES' ? 'MARKETING' : lead.desk
    else if (open) taken(lead, open, to)
    else if (lead.outcome === 'OPEN') lead.desk = 'SALES'
  },
})

const mark = (doNotContact: boolean): Verb => ({
  who: marketing,
  run: ({ cast, who, lead, at }) => markDoNotContact(cast[who], { leadId: lead.id, doNotContact }, at),
  then: ({ lead }) => {
    lead.doNotContact = doNotContact
    if (doNotContact) withdrawn(lead, openOf(lead))
  },
})

const answer = (said: 'fixed' | 'disputed'): Verb => ({
  who: marketing,
  needs: 'offer',
  refused: ({ lead, offer }) =>
    when(
      'CONFLICT',
      offer.repair !== 'open' ||
        (said === 'fixed' && (lead.outcome !== 'OPEN' || lead.desk !== 'MARKETING' || lead.doNotContact)),
    ),
  run: ({ cast, who, offer, at }) =>
    answerRepair(cast[who], { handoffId: offer.id, answer: said, note: 'Looked at again' }, at),
  then: ({ lead, offer }, next) => {
    offer.repair = said === 'fixed' ? 'answered' : 'disputed'
    if (said === 'fixed') offered(lead, (next as HandoffShape).id, false, true)
  },
})

const settle = (settlement: 'offered' | 'kept'): Verb => ({
  who: ['max'],
  needs: 'offer',
  refused: ({ lead, offer }) =>
    when('CONFLICT', !isUnsettled(lead, offer) || (settlement === 'offered' && lead.doNotContact)),
  run: ({ cast, who, offer, at }) => settleRepair(cast[who], { handoffId: offer.id, settlement }, at),
  then: ({ lead, offer }, next) => {
    offer.isSettled = true
    if (settlement === 'kept') return
    if (offer.repair === 'open') offer.repair = 'answered'
    offered(lead, (next as HandoffShape).id, false, true)
  },
})

/** What people do with a lead: who may, when it is refused, and how the lead stands then. */
export const verbs = {
  touch: touch('outbound'),
  respond: touch('inbound'),
  void: {
    who: all,
    needs: 'touch',
    refused: ({ who, touch: { by, isVoid } }) =>
      when('FORBIDDEN', by !== who && who !== 'max') ?? when('CONFLICT', isVoid),
    run: ({ cast, who, touch: { id }, at }) => voidTouch(cast[who], { touchpointId: id }, at),
    then: ({ lead, touch: voided }) => {
      const before = stageOf(lead)
      voided.isVoid = true
      const open = openOf(lead)
      if (before !== 'COLD' && stageOf(lead) === 'COLD' && open?.automatic) withdrawn(lead, open)
    },
  },
  offer: {
    who: marketing,
    refused: ({ lead }) => when('CONFLICT', lead.outcome !== 'OPEN' || lead.doNotContact || lead.desk !== 'MARKETING'),
    run: ({ cast, who, lead, at }) => offerLead(cast[who], { leadId: lead.id }, at),
    then: ({ lead }, made) => offered(lead, (made as HandoffShape).id, false),
  },
  withdraw: {
    who: marketing,
    needs: 'offer',
    refused: ({ offer }) => when('CONFLICT', offer.status !== 'WAITING'),
    run: ({ cast, who, offer, at }) => withdrawHandoff(cast[who], { handoffId: offer.id }, at),
    then: ({ lead, offer }) => withdrawn(lead, offer),
  },
  accept: {
    who: sales,
    needs: 'offer',
    refused: ({ who, offer }) =>
      when('CONFLICT', offer.status !== 'WAITING' && !(offer.status === 'ACCEPTED' && offer.rep === who)),
    run: ({ cast, who, offer, at }) => acceptHandoff(cast[who], { handoffId: offer.id }, at),
    then: ({ who, lead, offer }) => taken(lead, offer, who),
  },
  takeNext: {
    who: sales,
    run: ({ cast, who, at }) => takeNextHandoff(cast[who], {}, at),
    then: async ({ who, leads }, got) => {
      const waiting = leads.flatMap((lead) =>
        lead.offers.flatMap((offer) => (offer.status === 'WAITING' ? [{ lead, offer }] : [])),
      )
      const rows = await db.handoff.findMany({
        where: { id: { in: waiting.map(({ offer }) => offer.id) } },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      })
      const next = waiting.find(({ offer }) => offer.id === rows[0]?.id)
      if ((got as HandoffShape | null)?.id !== next?.offer.id) throw new Error('not the most urgent one was taken')
      if (next) taken(next.lead, next.offer, who)
    },
  },
  repair: sendBack('repair', 'bad_data'),
  recycle: sendBack('recycle', 'not_now'),
  disqualify: sendBack('disqualify', 'no_budget'),
  fixed: answer('fixed'),
  disputed: answer('disputed'),
  settledAgain: settle('offered'),
  settledKept: settle('kept'),
  win: close('won'),
  lose: close('lost'),
  reopen: {
    who: sales,
    refused: ({ who, lead }) =>
      when('FORBIDDEN', isRep(who) && lead.rep !== who) ?? when('CONFLICT', lead.outcome === 'OPEN'),
    run: ({ cast, who, lead, at }) => reopenLead(cast[who], { leadId: lead.id }, at),
    then: ({ lead }) => {
      Object.assign(lead, { outcome: 'OPEN', desk: lead.rep ? 'SALES' : 'MARKETING' })
    },
  },
  forbid: mark(true),
  allow: mark(false),
  toSam: assign('sam'),
  toSara: assign('sara'),
  toNobody: assign(null),
  rate: {
    who: sales,
    needs: 'offer',
    refused: ({ who, offer: { rep, returnedBy } }) =>
      when('CONFLICT', !rep && !returnedBy) ?? when('FORBIDDEN', isRep(who) && who !== (rep ?? returnedBy)),
    run: ({ cast, who, offer, at }) => rateHandoff(cast[who], { handoffId: offer.id, quality: 'fair' }, at),
    then: () => undefined,
  },
} satisfies Record<string, Verb>

export type VerbName = keyof typeof verbs
export const verbOf = (name: VerbName): Verb => verbs[name]
