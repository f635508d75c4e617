import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CopyDecoder } from '@/lib/facts/copy-decoder'
import { Facts, leadColumns, touchColumns } from '@/lib/facts/facts'
import { UuidIndex } from '@/lib/facts/uuid-index'
import { copied, idBytes, whole4, whole8 } from '@/tests/unit/facts/copied'

type Lead = { id: string; source: string | null; touches: number }

const id = fc.integer({ min: 0, max: 12 }).map((n) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`)
const lead = fc.record({
  id,
  source: fc.option(fc.constantFrom('Fair', 'Website', 'Messe Köln')),
  touches: fc.integer({ min: 0, max: 4 }),
})
const leads = fc.uniqueArray(lead, { selector: (one) => one.id })

/** The fields of a lead of which only the source differs. */
const fieldsOf = ({ id: leadId, source }: Lead) => [
  idBytes(leadId),
  ...Object.entries(leadColumns).map(([name, kind]) => {
    if (name === 'source') return source === null ? null : Buffer.from(source)
    return kind === 'count' ? whole4(0) : kind === 'flag' ? Buffer.from([0]) : null
  }),
]
const touchFields = (leadId: string, nth: number) => [
  idBytes(leadId),
  ...Object.keys(touchColumns).map((name) =>
    name === 'occurredAt' ? whole8(BigInt(nth) * 1000n) : name === 'engaged' ? Buffer.from([1]) : null,
  ),
]

function factsOf(all: Lead[]): Facts {
  const facts = new Facts()
  new CopyDecoder((row) => facts.addLead(row)).write(copied(all.map(fieldsOf)))
  const touches = all.flatMap((one) => Array.from({ length: one.touches }, (_, nth) => touchFields(one.id, nth)))
  new CopyDecoder((row) =>
    facts.touches.table.set(facts.touches.add(facts.slotOf(row.bytes, row.starts[0] as number)), row, 1),
  ).write(copied(touches))
  return facts
}

/** The leads that are there, as they were given. */
const leadsOf = (facts: Facts, known: Iterable<string>): Lead[] =>
  [...known].toSorted().flatMap((leadId) => {
    const slot = facts.slotOf(idBytes(leadId), 0)
    if (slot === -1 || !facts.isThere[slot]) return []
    const many = facts.touches.many[slot] as number
    const { occurredAt } = facts.touches.table.columns
    const first = facts.touches.first[slot] as number
    const times = Array.from({ length: many }, (_, nth) => (occurredAt[first + nth] as number) - Date.UTC(2000, 0, 1))
    expect(times).toEqual(times.map((_, nth) => nth))
    return [{ id: leadId, source: facts.leads.columns.source.nameOf(slot), touches: many }]
  })

test('facts that follow changes say the same as facts that are read anew', () => {
  fc.assert(
    fc.property(leads, fc.array(fc.tuple(leads, fc.array(id))), (first, changes) => {
      let facts = factsOf(first)
      const now = new Map(first.map((one) => [one.id, one]))
      const known = new Set(now.keys())
      for (const [changed, gone] of changes) {
        const ids = [...new Set([...changed.map((one) => one.id), ...gone])]
        for (const leadId of ids) now.delete(leadId)
        for (const one of changed) now.set(one.id, one)
        for (const leadId of ids) known.add(leadId)
        facts.replace(Buffer.concat(ids.map(idBytes)), factsOf(changed))
        const expected = [...now.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(leadsOf(facts, known)).toEqual(expected)
        facts = facts.renewed()
        expect(leadsOf(facts, known)).toEqual(expected)
        expect(facts.touches.left).toBe(0)
      }
    }),
    { numRuns: 25 },
  )
})

test('words that no row has equal none, not even the missing one', () => {
  const { source, ownerId } = factsOf([{ id: '00000000-0000-7000-8000-000000000001', source: null, touches: 0 }]).leads
    .columns
  expect(source.codes[0]).toBe(source.codeOf(null))
  expect(source.codes[0]).not.toBe(source.codeOf('Fair'))
  expect(ownerId.codes[0]).not.toBe(ownerId.codeOf('00000000-0000-7000-8000-000000000009'))
})

test('a UUID keeps its number, however many come after it', () => {
  const index = new UuidIndex()
  const ids = Array.from({ length: 5000 }, (_, n) => {
    const bytes = Buffer.alloc(16)
    // Alike but for some bits in the middle: the worst that can be met.
    bytes.writeUInt32BE(n * 4096, 4)
    return bytes
  })
  expect(ids.map((bytes) => index.enter(bytes, 0))).toEqual(ids.map((_, n) => n))
  expect(ids.map((bytes) => index.enter(bytes, 0))).toEqual(ids.map((_, n) => n))
  expect(index.find(Buffer.alloc(16, 0xff), 0)).toBe(-1)
  expect(index.keys()).toEqual(Buffer.concat(ids))
})
