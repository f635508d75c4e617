/** What some offers came to: those that Sales really got, or those that a policy would have made. */
export type OffersFigures = {
  offers: number
  /** The leads that were offered. What follows says what really became of them, up to the moment of the trial. */
  leads: number
  /** Sales accepted them, or sent them back without accepting. */
  answered: number
  accepted: number
  won: number
  lost: number
}

/** Who is compared: the handoffs that there were, the present policy's offers and those of the policy that is tried. */
export const compared = ['real', 'present', 'proposed'] as const
export type Compared = (typeof compared)[number]

/** A week of the company's zone, by its Monday: what happened in it, counted by moments. */
export type WeekOfOffers = {
  monday: string
  present: number
  proposed: number
  /** Handoffs that were really offered, accepted, answered in either way; and those that left the queue at all. */
  offered: number
  accepted: number
  answered: number
  left: number
}

/** The leads won in the period, by when each policy would have offered them first. */
export type WinsMoved = {
  wins: number
  same: number
  earlier: number
  later: number
  /** The present policy offers them, the other never does; and the reverse. */
  never: number
  newly: number
  /** Neither offers them: Sales had them in another way. */
  neither: number
  /** In days, at the median of those earlier and of those later; null for none. */
  medianDaysEarlier: number | null
  medianDaysLater: number | null
}

/** What Sales really did in the period: handoffs accepted, and those answered in either way, whenever they were offered. */
export type Taken = { accepted: number; answered: number }

export type TrialFigures = {
  figures: Record<Compared, OffersFigures>
  taken: Taken
  /** From the first week with anything to the last, those without left out. */
  weeks: WeekOfOffers[]
  wins: WinsMoved
}
