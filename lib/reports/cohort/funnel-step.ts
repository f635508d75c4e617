/**
 * The way of a lead from new to won, as a report counts it. A lead stands at the furthest step that it ever reached;
 * steps that it jumped over count as entered but not as reached (a win without a single handoff is a win).
 */
export const funnelSteps = ['created', 'warm', 'accepted', 'hot', 'won'] as const
export type FunnelStep = (typeof funnelSteps)[number]

/**
 * What a step can be asked about. Entered are those who reached it or a later one; of them advanced entered the next,
 * and the rest, whose furthest step it is, are lost, recycled or still here.
 */
export const funnelPlaces = ['entered', 'reached', 'skipped', 'advanced', 'lost', 'recycled', 'stillHere'] as const
export type FunnelPlace = (typeof funnelPlaces)[number]
