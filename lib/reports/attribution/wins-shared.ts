import type { Words } from '@/lib/facts/columns'
import { type Attribution, attribute } from '@/lib/reports/attribution/attribution'
import type { Books } from '@/lib/reports/books'
import { noCampaign } from '@/lib/reports/attribution/no-campaign'
import { eachWin, walkWins } from '@/lib/reports/attribution/walk-wins'
import { allChannels, channels } from '@/lib/touchpoints/channel'
import type { Channel } from '@/prisma/generated/enums'

/** Wins that somebody touched who did not bring them home: of how many, with how many touches. */
export type AssistOf = { channel: Channel; wins: number; touches: number }

/** Marketing's part in the wins whose last touch was one of Sales. */
export type Assist = {
  /** Wins whose last touch was one of Sales. */
  closedBySales: number
  /** Of these, with at least one touch of Marketing before Sales accepted the lead for the first time, and these touches. */
  assisted: number
  touches: number
  /** The same by channel, the most wins first: a win is counted on each channel that helped. */
  byChannel: AssistOf[]
}

/** A row of the attribution, with the number of wins that it touched at all. */
export type Share<Name extends string> = Attribution<Name> & { touched: number }

export type WinsShared = { wins: number; byChannel: Share<Channel>[]; assist: Assist }

/**
 * The wins among the leads created in the period, shared over the channels of both teams: unvoided touches up to the win,
 * whether the policy counts them or not. With what Marketing did for the wins that Sales brought home.
 */
export function winsShared(books: Books): WinsShared {
  const { wins, shares } = share(books, books.facts.touches.table.columns.channel, (name) => name as Channel)
  return { wins, byChannel: shares, assist: assistOf(books) }
}

/** The same wins by the id of the campaign; touches without one share as `noCampaign`. */
export const sharesOfCampaigns = (books: Books): Share<string>[] =>
  share(books, books.facts.touches.table.columns.campaignId, (id) => id ?? noCampaign).shares

/** A campaign's row, with its name. */
export type CampaignShare = Share<string> & { campaign: string | null }

function share<Name extends string>(
  books: Books,
  words: Words,
  nameOf: (word: string | null) => Name,
): { wins: number; shares: Share<Name>[] } {
  const { wins, untouched, touched, touchesOfWins, winsTouched } = walkWins(books, words, nameOf)
  const shares = attribute(touchesOfWins, winsTouched, untouched).map((row) => ({
    ...row,
    touched: row.name === null ? untouched : (touched.get(row.name) ?? 0),
  }))
  return { wins, shares }
}

/** What Marketing did before Sales accepted, of each win whose last touch was one of Sales. */
function assistOf(books: Books): Assist {
  const { facts } = books
  const { codes, names } = facts.touches.table.columns.channel
  const { occurredAt } = facts.touches.table.columns
  const { firstAcceptedAt } = facts.leads.columns
  const isOfSales = Uint8Array.from(names, (name) => (channels[name as Channel].team === 'sales' ? 1 : 0))
  const [wins, touches, seen] = [
    new Int32Array(names.length),
    new Int32Array(names.length),
    new Int32Array(names.length),
  ]
  let [closedBySales, assisted] = [0, 0]
  eachWin(books, (slot, start, end) => {
    if (start === end || !isOfSales[codes[end - 1] as number]) return
    closedBySales++
    const acceptedAt = firstAcceptedAt[slot] as number
    let isAssisted = false
    for (let row = start; row < end && (occurredAt[row] as number) < acceptedAt; row++) {
      const code = codes[row] as number
      if (isOfSales[code]) continue
      isAssisted = true
      ;(touches[code] as number)++
      if (seen[code] === closedBySales) continue
      seen[code] = closedBySales
      ;(wins[code] as number)++
    }
    if (isAssisted) assisted++
  })
  const byChannel = names.map((name, code) => ({
    channel: name as Channel,
    wins: wins[code] as number,
    touches: touches[code] as number,
  }))
  return {
    closedBySales,
    assisted,
    touches: touches.reduce((sum, each) => sum + each, 0),
    byChannel: byChannel
      .filter((row) => row.wins > 0)
      .sort(
        (one, other) =>
          other.wins - one.wins ||
          other.touches - one.touches ||
          allChannels.indexOf(one.channel) - allChannels.indexOf(other.channel),
      ),
  }
}
