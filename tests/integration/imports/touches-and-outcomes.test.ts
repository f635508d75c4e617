import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { createLead } from '@/lib/leads/create-lead'
import { markDoNotContact } from '@/lib/leads/mark-do-not-contact'
import { getLead } from '@/lib/leads/queries'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile } from '@/tests/integration/imports/file-import'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

let made = 0
async function newLead() {
  const externalId = `L${++made}`
  const { id } = await createLead(cast.mia, { externalId, email: `${externalId}@x.example` })
  return { id, externalId }
}

describe('an import of touches', () => {
  const touches = (actor: keyof Cast, file: string, more = {}) =>
    importFile(cast[actor], file, { kind: 'touchpoints', ...more })

  test('three touches make a lead warm; it is offered only where that is asked for', async () => {
    const [quiet, offered] = [await newLead(), await newLead()]
    const file = (id: string) =>
      `lead.externalId,channel,occurredAt\n${id},email,2026-01-01\n${id},Social media,2026-01-02\n${id},WEB_FORM,2026-01-03\n`
    expect(await touches('mia', file(quiet.externalId))).toMatchObject({ created: 3, failed: 0 })
    expect(await getLead(cast.mia, quiet.id)).toMatchObject({ stage: 'WARM', desk: 'MARKETING', touchCount: 3 })
    expect(await touches('mia', file(offered.externalId), { handOff: true })).toMatchObject({
      created: 3,
      handOff: true,
    })
    expect(await getLead(cast.mia, offered.id)).toMatchObject({ stage: 'WARM', desk: 'QUEUE' })
  })

  test('a touch with a known external id, or equal in all, is skipped, within the file too', async () => {
    const { id, externalId } = await newLead()
    const row = `${externalId},email,2026-01-01T10:00:00Z`
    const file = `lead.externalId,channel,occurredAt,externalId,note\n${row},T1,\n${row},T1,other\n${row},,\n${row},,\n${row},,a note\n`
    expect(await touches('mia', file)).toMatchObject({ created: 3, skipped: 2 })
    expect(await touches('mia', file)).toMatchObject({ created: 0, skipped: 5 })
    expect(await getLead(cast.mia, id)).toMatchObject({ touchCount: 3 })
  })

  test('campaigns are known by name and made if new', async () => {
    const { externalId } = await newLead()
    const file = `lead.externalId,channel,occurredAt,campaign\n${externalId},webinar,2026-01-01,Spring  fair\n${externalId},webinar,2026-01-02,spring fair\n`
    expect(await touches('mia', file)).toMatchObject({ created: 2 })
    expect(await db.campaign.findMany({ include: { _count: { select: { touchpoints: true } } } })).toMatchObject([
      { nameKey: 'spring fair', channel: 'webinar', createdById: cast.mia.id, _count: { touchpoints: 2 } },
    ])
  })

  test('what can not be is given back: future, unknown channel, unknown lead, unwanted contact', async () => {
    const unwanted = await newLead()
    await markDoNotContact(cast.mia, { leadId: unwanted.id, doNotContact: true })
    const file = `lead.externalId,lead.email,channel,direction,occurredAt\nL1,,email,,2999-01-01\nL1,,fax,,2026-01-01\nnobody,,email,,\n${unwanted.externalId},,email,,2026-01-01\n${unwanted.externalId},,email,inbound,2026-01-01\n,,email,,\n,L1@X.example,email,sideways,\nL1,,,,2026-01-01\ndeal-1,L1@x.example,email,,2026-01-01\n`
    const { reasons, ...result } = await touches('mia', file)
    expect(result).toMatchObject({ rows: 9, created: 1, failed: 8 })
    expect(reasons).toMatchObject({
      2: expect.stringMatching(/lies in the future/),
      3: expect.stringMatching(/^Channel "fax": This is none of ours/),
      4: expect.stringMatching(/No lead has the external id nobody/),
      5: expect.stringMatching(/do-not-contact/),
      7: expect.stringMatching(/does not say which lead/),
      8: expect.stringMatching(/^Direction "sideways"/),
      9: expect.stringMatching(/channel is empty/),
      10: expect.stringMatching(/No lead has the external id deal-1; the email l1@x\.example is that of L1\./),
    } as Record<number, string>)
    const inbound = await db.touchpoint.findFirstOrThrow({ where: { leadId: unwanted.id } })
    expect(inbound).toMatchObject({ direction: 'inbound', engaged: true, loggedById: cast.mia.id })
  })
})

describe('an import of outcomes', () => {
  const outcomes = (file: string, more = {}) => importFile(cast.max, file, { kind: 'outcomes', ...more })

  test('wins and losses close leads by the rules of closing', async () => {
    const [won, lost] = [await newLead(), await newLead()]
    for (const n of [1, 2, 3])
      await logTouch(cast.mia, { leadId: won.id, channel: 'email', occurredAt: new Date(Date.UTC(2026, 0, n)) })
    expect(await getLead(cast.max, won.id)).toMatchObject({ desk: 'QUEUE' })
    const file = `lead.externalId;outcome;reason;value;closedAt;rep\n${won.externalId};Closed Won;;86000,50;2026-01-02;sam@baton.example\n${lost.externalId};lost;No budget;;2015-05-05;\n`
    expect(await outcomes(file)).toMatchObject({ created: 2, failed: 0 })
    expect(await getLead(cast.max, won.id)).toMatchObject({
      outcome: 'WON',
      value: 86000.5,
      currency: 'EUR',
      rep: { name: 'Sam' },
    })
    expect(await db.leadState.findUnique({ where: { leadId: won.id } })).toMatchObject({ closeTouchCount: 2 })
    expect(await db.handoff.findMany({ where: { leadId: won.id } })).toMatchObject([{ status: 'WITHDRAWN' }])
    expect(await getLead(cast.max, lost.id)).toMatchObject({
      outcome: 'LOST',
      lostReason: 'no_budget',
      closedAt: new Date('2015-05-05T00:00:00Z'),
    })
  })

  test('the same outcome again is skipped, another one reopens and closes, open reopens', async () => {
    const { id, externalId } = await newLead()
    const file = (word: string) => `lead.externalId,outcome,closedAt\n${externalId},${word},2026-02-02\n`
    expect(await outcomes(file('won'))).toMatchObject({ created: 1 })
    expect(await outcomes(file('won'))).toMatchObject({ skipped: 1 })
    expect(
      await outcomes(file('lost'), {
        mapping: {
          columns: { 'lead.externalId': 'lead.externalId', outcome: 'outcome', closedAt: 'closedAt' },
          defaults: { reason: 'competitor' },
        },
      }),
    ).toMatchObject({ updated: 1 })
    const changes = await db.outcomeChange.findMany({ where: { leadId: id }, orderBy: { id: 'asc' } })
    expect(changes.map(({ outcome }) => outcome)).toEqual(['WON', 'OPEN', 'LOST'])
    expect(await outcomes(file('open'))).toMatchObject({ updated: 1 })
    expect(await getLead(cast.max, id)).toMatchObject({ outcome: 'OPEN', lostReason: null, closedAt: null })
  })

  test('where the ids of a file are of another system, its emails say who is meant, if that is asked for', async () => {
    const [one, other] = [await newLead(), await newLead()]
    const shared = await newLead()
    await createLead(cast.mia, { externalId: 'twin', email: `${shared.externalId}@x.example` })
    const rows = [
      `003A,${one.externalId}@X.example,won`,
      `${one.externalId},${other.externalId}@x.example,won`,
      `003B,${shared.externalId}@x.example,won`,
      `${shared.externalId},${shared.externalId}@x.example,won`,
      '003C,stranger@x.example,won',
    ]
    const file = `Contact ID,Email,Stage\n${rows.join('\n')}\n`
    const columns = { 'Contact ID': 'lead.externalId', Email: 'lead.email', Stage: 'outcome' }
    const strict = await outcomes(file, { mapping: { columns }, dryRun: true })
    expect(strict).toMatchObject({ created: 2, failed: 3, byEmail: 0 })
    expect(strict.reasons[2]).toMatch(/No lead has the external id 003A; the email .* is that of L/)
    const lenient = { mapping: { columns, orByEmail: true } }
    const foretold = await outcomes(file, { ...lenient, dryRun: true })
    const came = await outcomes(file, lenient)
    for (const { reasons, ...counts } of [foretold, came]) {
      expect(counts).toMatchObject({ created: 2, failed: 3, byEmail: 1 })
      expect(reasons).toEqual({
        3: expect.stringMatching(/name two leads/) as string,
        4: expect.stringMatching(/2 leads share the email/) as string,
        6: expect.stringMatching(/No lead has the external id 003C and email stranger@x.example/) as string,
      })
    }
    expect(await getLead(cast.max, one.id)).toMatchObject({ outcome: 'WON' })
    expect(await getLead(cast.max, other.id)).toMatchObject({ outcome: 'OPEN' })
    expect(
      await importFile(cast.mia, `Contact ID,Email\n003B,${other.externalId}@x.example\n`, {
        kind: 'touchpoints',
        mapping: {
          columns: { 'Contact ID': 'lead.externalId', Email: 'lead.email' },
          defaults: { channel: 'email' },
          orByEmail: true,
        },
      }),
    ).toMatchObject({ created: 1, byEmail: 1 })
  })

  test('a deal with several contacts in one cell is the first one’s who is a lead', async () => {
    const [first, second] = [await newLead(), await newLead()]
    const whole = await createLead(cast.mia, { externalId: `${second.externalId};${first.externalId}` })
    const many = Array.from({ length: 40 }, (_, nth) => `stranger-${nth}`).join(';')
    const rows = [
      `${many}; ${second.externalId} ;${first.externalId},won`,
      `"stranger, ${first.externalId}",won`,
      `${second.externalId};${first.externalId},won`,
      'nobody;noone,won',
    ]
    const file = `Associated Contact IDs,outcome\n${rows.join('\n')}\n`
    const foretold = await outcomes(file, { dryRun: true })
    const came = await outcomes(file)
    for (const { reasons, ...counts } of [foretold, came]) {
      expect(counts).toMatchObject({ created: 3, failed: 1 })
      expect(reasons).toEqual({ 5: expect.stringMatching(/No lead has the external id nobody;noone/) as string })
    }
    for (const { id } of [first, second, whole]) expect(await getLead(cast.max, id)).toMatchObject({ outcome: 'WON' })
  })

  test('a deal that goes on is left out, whomever it is about and whenever it is hoped to close', async () => {
    const { id, externalId } = await newLead()
    const rows = [
      `${externalId},Won,2026-03-01`,
      `${externalId},Negotiation,2999-01-01`,
      'nobody,Negotiation,',
      ',skip,',
    ]
    const mapping = {
      columns: { 'Contact ID': 'lead.externalId', Stage: 'outcome', 'Close Date': 'closedAt' },
      values: { outcome: { Negotiation: 'skip' } },
    }
    const file = `Contact ID,Stage,Close Date\n${rows.join('\n')}\n`
    expect(await outcomes(file, { mapping, dryRun: true })).toMatchObject({ created: 1, skipped: 3, failed: 0 })
    expect(await outcomes(file, { mapping })).toMatchObject({ created: 1, skipped: 3, failed: 0 })
    expect(await getLead(cast.max, id)).toMatchObject({ outcome: 'WON' })
    expect(await outcomes(`lead.externalId,outcome,closedAt\n${externalId},open,2999-01-01\n`)).toMatchObject({
      updated: 1,
    })
  })

  test('wins and losses may have their days in columns of their own', async () => {
    const [won, lost] = [await newLead(), await newLead()]
    const file = `Person - ID,Deal - Status,Deal - Won time,Deal - Lost time,Reason\n${won.externalId},Won,2026-03-01,,\n${lost.externalId},Lost,,2026-04-01,no_fit\n`
    expect(await outcomes(file)).toMatchObject({ created: 2 })
    expect(await getLead(cast.max, won.id)).toMatchObject({ closedAt: new Date('2026-03-01T00:00:00Z') })
    expect(await getLead(cast.max, lost.id)).toMatchObject({ closedAt: new Date('2026-04-01T00:00:00Z') })
  })

  test('an older deal undoes no later one of the same lead, in whatever order they come', async () => {
    const deals = ['lost,no_budget,2026-01-01', 'won,,2026-03-01', 'lost,competitor,2026-02-01']
    for (const order of [deals, [...deals].reverse(), [deals[1], deals[0], deals[2]]]) {
      const { id, externalId } = await newLead()
      const file = `outcome,reason,closedAt,lead.externalId\n${order.map((deal) => `${deal},${externalId}`).join('\n')}\n`
      const { status: _, id: __, ...foretold } = await outcomes(file, { dryRun: true })
      const came = await outcomes(file)
      expect(came).toMatchObject({ created: foretold.created, updated: foretold.updated, skipped: foretold.skipped })
      expect(await getLead(cast.max, id)).toMatchObject({ outcome: 'WON', closedAt: new Date('2026-03-01T00:00:00Z') })
      expect(await outcomes(file)).toMatchObject({ created: 0, updated: 0, skipped: 3 })
    }
  })

  test('a loss needs a reason, a close is never in the future', async () => {
    const { externalId } = await newLead()
    const { reasons } = await outcomes(
      `lead.externalId,outcome,closedAt,reason\n${externalId},lost,2026-01-01,\n${externalId},won,2999-01-01,\n${externalId},lost,2026-01-01,too dear\n${externalId},maybe,,\n`,
    )
    expect(reasons).toMatchObject({
      2: expect.stringMatching(/needs a reason: one of no_fit/),
      3: expect.stringMatching(/future/),
      4: expect.stringMatching(/^Reason of a loss "too dear"/),
      5: expect.stringMatching(/none of won, lost, open/),
    } as Record<number, string>)
  })
})
