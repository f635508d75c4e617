/** The part of a channel or a campaign in wins: what the whole numbers of the attribution count. */
export const credits = ['touched', 'first', 'last', 'assist'] as const
export type Credit = (typeof credits)[number]

export const creditLabels: Record<Credit, string> = {
  touched: 'touched before the win',
  first: 'first touch of a win',
  last: 'last touch of a win',
  assist: 'helped a win of Sales',
}
