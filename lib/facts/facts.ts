import { grown, type Spec, Table } from '@/lib/facts/columns'
import { type CopyRow, uuidParts } from '@/lib/facts/copy-decoder'
import { UuidIndex } from '@/lib/facts/uuid-index'

/** What reports and lists know of a lead at the moment that is read; `value` in hundredths, `employees` of its company. */
export const leadColumns = {
  createdAt: 'moment',
  source: 'word',
  value: 'number',
  currency: 'word',
  ownerId: 'id',
  repId: 'id',
  employees: 'number',
  stage: 'choice',
  outcome: 'choice',
  lostReason: 'choice',
  closedAt: 'moment',
  isRecycled: 'flag',
  /** Lifetime counted touches up to the close, of an open lead up to that moment. */
  closeTouchCount: 'count',
  marketingTouchCount: 'count',
  salesTouchCount: 'count',
  firstTouchAt: 'moment',
  firstChannel: 'choice',
  firstSalesTouchAt: 'moment',
  firstWarmedAt: 'moment',
  firstHotAt: 'moment',
  firstAcceptedAt: 'moment',
  // What follows is of the present alone: only lists ask for it.
  desk: 'choice',
  touchCount: 'count',
  lastTouchAt: 'moment',
  warmedAt: 'moment',
  hotAt: 'moment',
  isOverTouched: 'flag',
  isAsleep: 'flag',
  mayBeContacted: 'flag',
  /** All tags of a lead as a JSON array. */
  tags: 'word',
} as const satisfies Spec

/** And of a handoff, by its offer. */
export const handoffColumns = {
  origin: 'choice',
  offeredAt: 'moment',
  offerTouchCount: 'count',
  dueAt: 'moment',
  acceptedAt: 'moment',
  repId: 'id',
  touchDueAt: 'moment',
  returnedAt: 'moment',
  returnKind: 'choice',
  returnReason: 'choice',
  answerDueAt: 'moment',
  answeredAt: 'moment',
  withdrawnAt: 'moment',
  closedAt: 'moment',
  passedOver: 'number',
  passedOverSince: 'moment',
  // What follows is told by the touches of the lead: see lib/facts/tell-handoffs.ts.
  /** The first touch that Sales promises when it accepts. */
  touchedAt: 'moment',
  /** The touch that brought the offer about: its channel, and when it was logged. */
  broughtChannel: 'choice',
  broughtLoggedAt: 'moment',
} as const satisfies Spec

/** And of an unvoided touch; those of a lead are in the order in which they count. */
export const touchColumns = {
  occurredAt: 'moment',
  channel: 'choice',
  engaged: 'flag',
  campaignId: 'id',
} as const satisfies Spec

export const noSlot = 0xffff_ffff

/** A table whose rows belong to leads; those of a lead are together. */
export class Blocks<Of extends Spec> {
  readonly table: Table<Of>
  /** By slot: the first row of the lead, and how many it has. */
  first = new Uint32Array(0)
  many = new Uint32Array(0)
  /** By row: the slot of its lead; `noSlot` where the lead has left it behind. */
  slotOf = new Uint32Array(0)
  /** How many rows were left behind by leads that have changed. */
  left = 0

  constructor(spec: Of) {
    this.table = new Table(spec)
  }

  reserve(slots: number): void {
    if (slots <= this.many.length) return
    this.first = grown(this.first, slots)
    this.many = grown(this.many, slots)
  }

  /** Adds a row to the lead, whose last row must be the last one of all. */
  add(slot: number): number {
    const row = this.table.add()
    if (row >= this.slotOf.length) this.slotOf = grown(this.slotOf, Math.max(64, Math.ceil(row * 1.5)))
    this.slotOf[row] = slot
    if (this.many[slot] === 0) this.first[slot] = row
    ;(this.many[slot] as number)++
    return row
  }

  clear(slot: number): void {
    const begin = this.first[slot] as number
    this.slotOf.fill(noSlot, begin, begin + (this.many[slot] as number))
    this.left += this.many[slot] as number
    this.many[slot] = 0
  }

  copy(slot: number, from: Blocks<Of>, fromSlot: number): void {
    this.clear(slot)
    const end = (from.first[fromSlot] as number) + (from.many[fromSlot] as number)
    for (let row = from.first[fromSlot] as number; row < end; row++) this.table.copy(this.add(slot), from.table, row)
  }
}

/**
 * All that reports are made of, by column: an unfiltered report of a million leads passes over its columns in some
 * hundredths of a second, where rows take seconds. Each lead has a slot, the number of its row, which it keeps.
 */
export class Facts {
  readonly leads = new Table(leadColumns)
  readonly handoffs = new Blocks(handoffColumns)
  readonly touches = new Blocks(touchColumns)
  /** By slot: whether there is such a lead (still). */
  isThere = new Uint8Array(0)
  readonly #slots = new UuidIndex()

  get slots(): number {
    return this.leads.rows
  }

  /** The slot of the lead whose id stands there, 16 bytes; -1 for an unknown one. */
  slotOf(bytes: Buffer, start: number): number {
    return this.#slots.find(bytes, start)
  }

  /** The id of the lead there, as it is written. */
  idOf(slot: number): string {
    return this.#slots.key(slot).toString('hex').replace(uuidParts, '$1-$2-$3-$4-$5')
  }

  /** Which of two leads comes first by its id: below zero for the first, above for the second. */
  compareIds(slot: number, other: number): number {
    return this.#slots.compare(slot, other)
  }

  /** A row whose first field is the id of the lead, the others its columns. */
  addLead(row: CopyRow): void {
    const slot = this.#enter(row.bytes, row.starts[0] as number)
    this.isThere[slot] = 1
    this.leads.set(slot, row, 1)
  }

  /**
   * The slots of these leads hold what `changed` knows of them, or nothing. `ids`: 16 bytes each.
   */
  replace(ids: Buffer, changed: Facts): void {
    for (let start = 0; start < ids.length; start += 16) {
      const from = changed.slotOf(ids, start)
      const isThere = from !== -1 && changed.isThere[from] === 1
      if (!isThere && this.slotOf(ids, start) === -1) continue
      const slot = this.#enter(ids, start)
      this.isThere[slot] = isThere ? 1 : 0
      for (const blocks of [this.handoffs, this.touches]) blocks.clear(slot)
      if (!isThere) continue
      this.leads.copy(slot, changed.leads, from)
      this.handoffs.copy(slot, changed.handoffs, from)
      this.touches.copy(slot, changed.touches, from)
    }
  }

  /** Whether more than a third of the rows are left over from what has changed since. */
  get isWorn(): boolean {
    const worn = ({ left, table }: Pick<Blocks<Spec>, 'left' | 'table'>) => left > 10_000 && left * 3 > table.rows
    return worn(this.handoffs) || worn(this.touches)
  }

  /** The same without what is left over. */
  renewed(): Facts {
    const facts = new Facts()
    facts.replace(this.ids(), this)
    return facts
  }

  /** The ids of all leads by slot, 16 bytes each. */
  ids(): Buffer {
    return this.#slots.keys()
  }

  #enter(bytes: Buffer, start: number): number {
    const slot = this.#slots.enter(bytes, start)
    if (slot === this.leads.rows) {
      this.leads.add()
      if (slot >= this.isThere.length) {
        const room = Math.max(64, Math.ceil(slot * 1.5))
        this.isThere = grown(this.isThere, room)
        this.handoffs.reserve(room)
        this.touches.reserve(room)
      }
    }
    return slot
  }
}
