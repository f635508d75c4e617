/** Where handed over leads come from: the lead's source, the channel or campaign of the touch that brought the offer about. */
export const handoffOrigins = ['source', 'channel', 'campaign'] as const
export type HandoffOrigins = (typeof handoffOrigins)[number]

export const originLabels: Record<HandoffOrigins, { one: string; none: string }> = {
  source: { one: 'Source', none: 'No source' },
  channel: { one: 'Channel', none: 'No touch before' },
  campaign: { one: 'Campaign', none: 'No campaign' },
}
