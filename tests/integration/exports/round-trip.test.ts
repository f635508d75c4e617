import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { editCompany } from '@/lib/companies/edit-company'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { assignLead } from '@/lib/leads/assign-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { allChannels } from '@/lib/touchpoints/channel'
import { apiOf } from '@/tests/integration/api/client'
import { emptied, revertOf } from '@/tests/integration/imports/everything-as-seen'
import { importFile } from '@/tests/integration/imports/file-import'
import { anyStep, play } from '@/tests/integration/reports/random-history'
import { runs } from '@/tests/integration/runs'

let people: Awaited<ReturnType<typeof apiOf>>
beforeAll(async () => {
  people = await apiOf()
})

const kinds = ['leads', 'touchpoints', 'outcomes'] as const

/** All that an export carries, by what leads and touches are called in it; two that are the same stay two. */
async function carried() {
  const leads = await db.lead.findMany({
    where: { deletedAt: null },
    include: {
      company: { select: { name: true, domain: true, employees: true } },
      state: { include: { owner: { select: { email: true } }, rep: { select: { email: true } } } },
      touchpoints: { where: { revertedAt: null }, include: { campaign: { select: { name: true } } } },
      outcomeChanges: { orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }], take: 1 },
    },
  })
  const told = leads.map((lead) => {
    const { state } = lead
    if (!state) throw new Error('a lead without a state')
    const { outcome } = state
    const isClosed = outcome !== 'OPEN'
    const pick = <Row extends object, Name extends keyof Row>(row: Row, ...names: Name[]) => names.map((n) => row[n])
    return {
      externalId: lead.externalId ?? (lead.email ? null : lead.id),
      value: lead.value === null ? null : Number(lead.value),
      facts: pick(lead, 'email', 'firstName', 'lastName', 'phone', 'title', 'source', 'currency', 'tags', 'details'),
      company: lead.company,
      createdAt: lead.createdAt,
      counts: pick(state, 'stage', 'touchCount', 'lifetimeTouchCount', 'marketingTouchCount', 'salesTouchCount'),
      milestones: pick(state, 'warmedAt', 'hotAt', 'lastTouchAt', 'closeTouchCount', 'firstWarmedAt'),
      owner: state.owner?.email,
      outcome: pick(state, 'outcome', 'lostReason', 'closedAt', 'doNotContact'),
      closing: isClosed ? [state.rep?.email, lead.outcomeChanges[0]?.note] : null,
      touches: lead.touchpoints
        .map((touch) => ({
          externalId: touch.externalId ?? touch.id,
          campaign: touch.campaign?.name,
          facts: pick(touch, 'channel', 'direction', 'engaged', 'occurredAt', 'note', 'voidedAt'),
        }))
        .sort((one, other) => one.externalId.localeCompare(other.externalId)),
    }
  })
  const name = ({ externalId, facts }: (typeof told)[number]) => `${externalId} ${String(facts[0])}`
  return told.sort((one, other) => name(one).localeCompare(name(other)))
}

/** Exports all, empties this Baton, imports all again; the people stay. */
async function moved(raw: boolean) {
  const files = new Map<string, string>()
  for (const kind of kinds)
    files.set(kind, (await people.api.max('GET', `/exports/${kind}.csv${raw ? '?raw=1' : ''}`)).text)
  await emptied()
  for (const [kind, file] of files)
    if (/\r\n./s.test(file)) expect((await importFile(people.cast.max, file, { kind })).reasons).toEqual({})
  return files
}

// prettier-ignore
const odd = ["'", "''=", '=', '+', '-', '@', '"', ',', ';', '|', '\n', '\r', '\t', '["', '[', '{', 'å', '👩‍🚀', ' ', 'a', '7', '\\', '\u2028', '٣']
const text = fc
  .array(fc.constantFrom(...odd), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('').trim())
  .filter((words) => words !== '')
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const lead = fc.record(
  {
    firstName: text,
    lastName: text,
    email: fc.constantFrom('p@x.example', '+q@x.example', "'+q@x.example", '-r@x.example'),
    phone: fc.constantFrom('+46 70 1', '-5', "'+46", '(0) 7'),
    title: text,
    company: fc.record({ name: text, domain: fc.constantFrom('a.example', 'b.example') }, { requiredKeys: ['name'] }),
    externalId: text,
    source: text,
    value: fc.constantFrom(0, 1234.5, 999_999_999_999.99),
    tags: fc.array(text, { maxLength: 3 }),
    details: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)), { maxKeys: 3 }),
  },
  { requiredKeys: ['firstName'] },
)
const touch = fc.record({
  nth: fc.nat(20),
  channel: fc.constantFrom(...allChannels),
  direction: fc.constantFrom('outbound', 'inbound'),
  note: maybe(text),
  externalId: maybe(text),
  campaign: fc.constantFrom(undefined, 0, 1),
  day: fc.integer({ min: 1, max: 9 }),
})
/** An import knows no recycling: it happens only by a return. */
const steps = fc.array(
  anyStep.filter(({ do: what }) => what !== 'policy' && what !== 'recycle'),
  { minLength: 10, maxLength: 50 },
)

const unlessRefused = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error
  })

test('what is exported and imported into an empty Baton is the same', { timeout: 600_000 }, async () => {
  const { mia, max, sam } = people.cast
  const plays = [fc.array(lead, { minLength: 3, maxLength: 10 }), fc.array(touch, { maxLength: 40 }), steps] as const
  await fc.assert(
    fc.asyncProperty(
      ...plays,
      fc.array(text, { maxLength: 3 }),
      fc.boolean(),
      async (leads, touches, history, notes, raw) => {
        await emptied()
        const leadIds: string[] = []
        for (const facts of leads) {
          const made = await unlessRefused(createLead(mia, facts))
          if (made) leadIds.push((made as { id: string }).id)
        }
        for (const [nth, { id: companyId }] of (await db.company.findMany()).entries())
          if (nth % 2 === 0) await editCompany(mia, { companyId, changes: { employees: 40 + nth } })
        const campaigns = ['=Fair, "2026"', 'Post'].map((name) => createCampaign(mia, { name, channel: 'networking' }))
        const campaignIds = (await Promise.all(campaigns)).map(({ id }) => id)
        for (const { nth, campaign, day, ...facts } of touches)
          await unlessRefused(
            logTouch(mia, {
              ...facts,
              leadId: leadIds[nth % leadIds.length],
              occurredAt: new Date(Date.UTC(2026, 1, day)),
              campaignId: campaign === undefined ? undefined : campaignIds[campaign],
            }),
          )
        let now = Date.parse('2026-03-01T08:00:00Z')
        for (const step of history) await play(people.cast, leadIds, step, new Date((now += 7 * 3_600_000)))
        for (const [nth, note] of notes.entries()) {
          const leadId = leadIds[nth % leadIds.length]
          await unlessRefused(assignLead(max, { leadId, rep: sam.id }))
          await unlessRefused(closeLead(sam, { leadId, outcome: 'lost', reason: 'other', note }))
          await unlessRefused(
            markDoNotContact(mia, { leadId: leadIds[(nth + 1) % leadIds.length], doNotContact: true }),
          )
        }
        const before = await carried()
        await moved(raw)
        expect(await carried()).toEqual(before)
      },
    ),
    { numRuns: runs(8), endOnFailure: true },
  )
})

test('an export taken in where it came from doubles nothing, and its marks are taken back with it', async () => {
  const { mia, max } = people.cast
  await emptied()
  const { id: leadId } = await createLead(mia, { firstName: 'Nameless', details: { Colour: 'red' } })
  const touch = { leadId, channel: 'webinar', occurredAt: new Date('2026-01-01T10:00:00Z') }
  await logTouch(mia, touch)
  await logTouch(mia, touch)
  await markDoNotContact(mia, { leadId, doNotContact: true })
  const before = await carried()
  const files = await moved(true)
  expect(await carried()).toEqual(before)
  for (const kind of kinds)
    expect(await importFile(max, files.get(kind) ?? '', { kind })).toMatchObject({ created: 0, failed: 0 })
  expect(await carried()).toEqual(before)
  const { importId: marking } = await db.importChange.findFirstOrThrow({ where: { leadId: { not: leadId } } })
  await revertOf(max, marking)
  expect(await db.leadState.count({ where: { doNotContact: true } })).toBe(0)
})

test('the times at which touches were logged come along where an admin maps them', async () => {
  const { mia, max, ada } = people.cast
  await emptied()
  await createLead(mia, { externalId: 'A1' })
  const file = 'lead.externalId,channel,occurredAt,loggedAt\nA1,email,2026-01-01,2026-01-05'
  const columns = Object.fromEntries(
    ['lead.externalId', 'channel', 'occurredAt', 'loggedAt'].map((name) => [name, name]),
  )
  const order = { kind: 'touchpoints', mapping: { columns } }
  await expect(importFile(max, file, order)).rejects.toMatchObject({ code: 'INVALID' })
  await importFile(ada, file, order)
  expect(await db.touchpoint.findFirst()).toMatchObject({ loggedAt: new Date('2026-01-05T00:00:00Z') })
})
