import { type Edges, extentOf, spansOf } from '@/lib/facts/calendar'
import type { Words } from '@/lib/facts/columns'
import type { Books } from '@/lib/reports/books'
import { allChannels } from '@/lib/touchpoints/channel'
import type { Channel } from '@/prisma/generated/enums'

/** A channel's part in a period, or in one of its weeks or months. */
export type ChannelReach = {
  channel: Channel
  /** The first day of the week or month; null for the whole period. */
  begins: string | null
  touches: number
  /** Distinct leads touched, and those of them that responded to one of these touches. */
  reach: number
  responded: number
  /** Handoffs offered then whose last touch before the offer was one of the channel, and what Sales said to them. */
  offered: number
  answered: number
  accepted: number
}

export type Per = 'week' | 'month'

/**
 * How far each channel reached in the touches of the period, and how far it was believed: of all leads that were touched,
 * whenever they were created. Weeks begin on Monday, in the company's zone, and edges of the period cut them. The whole
 * period comes first, then its weeks or months in their order.
 */
export function channelReach(books: Books, per: Per): ChannelReach[] {
  const { leads, handoffs } = books.facts
  // Nothing is touched before its first touch, nor later than what is read.
  const moments = [
    { moments: leads.columns.firstTouchAt, rows: leads.rows },
    { moments: handoffs.table.columns.offeredAt, rows: handoffs.table.rows },
  ]
  const { first } = extentOf(moments, books.period)
  const last = Math.min(books.at.getTime(), books.period.to?.getTime() ?? Infinity)
  const { begins, edges } = spansOf(per, { first, last }, books.timeZone)
  const spans = { width: begins.length + 1, edges }
  const counts = new Counts(allChannels.length * spans.width)
  countTouches(books, spans, counts)
  countHandoffs(books, spans, counts)
  return [null, ...begins].flatMap((day, span) =>
    allChannels.flatMap((channel, nth) => {
      const place = nth * spans.width + span
      const isEmpty = counts.touches[place] === 0 && counts.offered[place] === 0
      return isEmpty ? [] : [{ channel, begins: day, ...counts.at(place) }]
    }),
  )
}

class Counts {
  readonly touches: Int32Array
  readonly reach: Int32Array
  readonly responded: Int32Array
  readonly offered: Int32Array
  readonly answered: Int32Array
  readonly accepted: Int32Array

  constructor(places: number) {
    this.touches = new Int32Array(places)
    this.reach = new Int32Array(places)
    this.responded = new Int32Array(places)
    this.offered = new Int32Array(places)
    this.answered = new Int32Array(places)
    this.accepted = new Int32Array(places)
  }

  at(place: number): Omit<ChannelReach, 'channel' | 'begins'> {
    return {
      touches: this.touches[place] as number,
      reach: this.reach[place] as number,
      responded: this.responded[place] as number,
      offered: this.offered[place] as number,
      answered: this.answered[place] as number,
      accepted: this.accepted[place] as number,
    }
  }
}

/** How many there are, and which a moment is in. The first is the whole period; each channel has a place for each. */
type Spans = { width: number; edges: Edges }

/** By the code of a channel: its first place. */
const firstPlaces = ({ names }: Words, { width }: Spans) =>
  Int32Array.from(names, (name) => allChannels.indexOf(name as Channel) * width)

/**
 * The touches of a lead follow each other, so it is new to a place where another lead was the last one seen. Each place
 * is told apart by whether the lead responded: a branch for that, of ten million touches, would cost as much as all else.
 */
function countTouches({ facts, slots, period }: Books, spans: Spans, counts: Counts): void {
  const { occurredAt, channel, engaged } = facts.touches.table.columns
  const { first, many } = facts.touches
  const { codes } = channel
  const { edges } = spans
  const firstOf = firstPlaces(channel, spans)
  const [from, to] = [period.from?.getTime() ?? -Infinity, period.to?.getTime() ?? Infinity]
  const places = counts.touches.length
  const touches = new Int32Array(places * 2)
  const leads = new Int32Array(places * 2)
  /** By place: leads with touches of both kinds. */
  const both = new Int32Array(places)
  const seen = new Int32Array(places * 2).fill(-1)
  // Leads by the set of channels that reached them, and of those that they responded to.
  const reachedBy = new Int32Array(bytesOfSet * 256)
  const respondedOn = new Int32Array(bytesOfSet * 256)
  for (const slot of slots) {
    const end = (first[slot] as number) + (many[slot] as number)
    let reached = 0
    let responded = 0
    for (let row = first[slot] as number; row < end; row++) {
      const at = occurredAt[row] as number
      if (at < from || at >= to) continue
      const code = codes[row] as number
      const kind = engaged[row] as number
      const place = ((firstOf[code] as number) + edges.placeOf(at) + 1) * 2 + kind
      reached |= 1 << code
      responded |= kind << code
      ;(touches[place] as number)++
      if (seen[place] === slot) continue
      seen[place] = slot
      ;(leads[place] as number)++
      if (seen[place ^ 1] === slot) (both[place >> 1] as number)++
    }
    countSet(reachedBy, reached)
    countSet(respondedOn, responded)
  }
  addSets(reachedBy, counts.reach, firstOf)
  addSets(respondedOn, counts.responded, firstOf)
  for (let place = 0; place < places; place++) {
    // The whole period, in which leads were counted above, has the touches of all its spans.
    const whole = place - (place % spans.width)
    const all = (touches[place * 2] as number) + (touches[place * 2 + 1] as number)
    ;(counts.touches[whole] as number) += all
    if (place === whole) continue
    counts.touches[place] = all
    counts.reach[place] = (leads[place * 2] as number) + (leads[place * 2 + 1] as number) - (both[place] as number)
    counts.responded[place] = leads[place * 2 + 1] as number
  }
}

/** A set of channels has a bit for each of up to 24. Sets are counted byte by byte: there are many sets, and few bytes. */
const bytesOfSet = 3

function countSet(byByte: Int32Array, set: number): void {
  ;(byByte[set & 255] as number)++
  ;(byByte[256 + ((set >> 8) & 255)] as number)++
  ;(byByte[512 + (set >> 16)] as number)++
}

/** Adds up, at the place of each channel, how many sets have it. */
function addSets(byByte: Int32Array, counts: Int32Array, places: Int32Array): void {
  for (const [code, place] of places.entries())
    for (let byte = 0; byte < 256; byte++)
      if (byte & (1 << (code & 7))) (counts[place] as number) += byByte[(code >> 3) * 256 + byte] as number
}

function countHandoffs(books: Books, spans: Spans, { offered, answered, accepted }: Counts): void {
  const { offeredAt, acceptedAt, returnedAt, broughtChannel } = books.facts.handoffs.table.columns
  const { codes } = broughtChannel
  const { edges } = spans
  const firstOf = firstPlaces(broughtChannel, spans)
  const count = (place: number, row: number) => {
    const isAccepted = !Number.isNaN(acceptedAt[row])
    ;(offered[place] as number)++
    if (isAccepted || !Number.isNaN(returnedAt[row])) (answered[place] as number)++
    if (isAccepted) (accepted[place] as number)++
  }
  for (const row of books.offered) {
    const whole = firstOf[codes[row] as number]
    if (whole === undefined) continue
    count(whole, row)
    count(whole + edges.placeOf(offeredAt[row] as number) + 1, row)
  }
}
