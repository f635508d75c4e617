/**
 * How the teams came to a lead, told by what there was before the first touch of Sales; what happened afterwards moves
 * no lead from one to another. Every lead is in exactly one.
 */
export const approaches = ['warmed', 'some', 'alone', 'never', 'untouched'] as const
export type Approach = (typeof approaches)[number]

/**
 * The approach to a lead with these moments, in ms since 1970, NaN for none: the rule that `approachSql` is of the rows of
 * lists. Whatever came before the first touch of Sales was Marketing's.
 */
export function approachTo(firstTouchAt: number, firstSalesTouchAt: number, firstWarmedAt: number): Approach {
  if (firstWarmedAt < firstSalesTouchAt) return 'warmed'
  if (Number.isNaN(firstTouchAt)) return 'untouched'
  if (Number.isNaN(firstSalesTouchAt)) return 'never'
  return firstTouchAt < firstSalesTouchAt ? 'some' : 'alone'
}

/** Those that reports tell apart, in their order: `cold` is `some` and `alone` together. */
export const approachGroups = ['warmed', 'cold', 'some', 'alone', 'never', 'untouched'] as const
export type ApproachGroup = (typeof approachGroups)[number]

/** Of which approaches a group is. */
export const approachesOf = (group: ApproachGroup): readonly Approach[] =>
  group === 'cold' ? ['some', 'alone'] : [group]

export const approachLabels: Record<ApproachGroup, string> = {
  warmed: 'Warmed by Marketing first',
  cold: 'Approached cold by Sales',
  some: 'after some touches of Marketing',
  alone: 'after none',
  never: 'Marketing only',
  untouched: 'Touched by nobody',
}

export const approachDefinitions: Record<ApproachGroup, string> = {
  warmed: 'leads that were warm before the first touch of Sales',
  cold: 'leads that were not warm at the first touch of Sales',
  some: 'of these, leads that Marketing had touched before it',
  alone: 'of these, leads that Marketing had not touched before it',
  never: 'leads with touches of Marketing and none of Sales so far',
  untouched: 'leads without a touch so far',
}

/** The same where nothing stands beside it. */
export const approachWords: Record<ApproachGroup, string> = {
  warmed: 'warmed by Marketing before Sales',
  cold: 'approached cold by Sales',
  some: 'approached cold after some Marketing',
  alone: 'approached cold without Marketing',
  never: 'touched by Marketing only',
  untouched: 'touched by nobody',
}

/** The same in the two or three words that a chart has room for. */
export const approachShort: Record<ApproachGroup, string> = {
  warmed: 'Warmed first',
  cold: 'Cold',
  some: 'Some Marketing',
  alone: 'Sales first',
  never: 'Never Sales',
  untouched: 'Nobody',
}
