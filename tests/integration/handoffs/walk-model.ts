import type { Desk, HandoffStatus, Outcome } from '@/prisma/generated/enums'

/** A lead and its offers as a few plain facts, and what follows from them; shares nothing with lib. */
export type Who = 'mia' | 'sam' | 'sara' | 'max'

export type Offer = {
  id: string
  status: HandoffStatus
  automatic: boolean
  rep: Who | null
  returnedBy: Who | null
  repair: 'open' | 'answered' | 'disputed' | null
  /** It follows one that was sent back for repair. */
  isAgain: boolean
  isSettled: boolean
}

export type Lead = {
  id: string
  creator: Who
  outcome: Outcome
  desk: Desk
  rep: Who | null
  doNotContact: boolean
  touches: { id: string; by: Who; isVoid: boolean }[]
  /** Touches up to this one are before the last recycling. */
  recycled: number
  offers: Offer[]
}

export const isRep = (who: Who) => who === 'sam' || who === 'sara'

export const countOf = ({ touches, recycled }: Lead) => touches.slice(recycled).filter(({ isVoid }) => !isVoid).length
export const stageOf = (lead: Lead) => (countOf(lead) < 3 ? 'COLD' : countOf(lead) < 5 ? 'WARM' : 'HOT')
export const isSeen = ({ creator, rep, offers }: Lead, who: Who) =>
  !isRep(who) || creator === who || rep === who || offers.length > 0

export const isOpen = ({ status }: Offer) => status === 'WAITING' || status === 'ACCEPTED'
export const openOf = (lead: Lead) => lead.offers.find(isOpen)

/** Whether a manager is to decide of it. */
export const isUnsettled = ({ outcome, desk }: Lead, { repair, isAgain, isSettled }: Offer) =>
  !isSettled && (repair === 'disputed' || (repair === 'open' && isAgain)) && outcome === 'OPEN' && desk === 'MARKETING'

export function offered(lead: Lead, id: string, automatic: boolean, isAgain = false) {
  lead.offers.push({
    id,
    status: 'WAITING',
    automatic,
    rep: null,
    returnedBy: null,
    repair: null,
    isAgain,
    isSettled: false,
  })
  lead.desk = 'QUEUE'
}

export function taken(lead: Lead, offer: Offer, who: Who) {
  Object.assign(offer, { status: 'ACCEPTED', rep: who })
  Object.assign(lead, { desk: 'SALES', rep: who })
}

export function withdrawn(lead: Lead, offer: Offer | undefined) {
  if (offer?.status !== 'WAITING') return
  offer.status = 'WITHDRAWN'
  lead.desk = 'MARKETING'
}
