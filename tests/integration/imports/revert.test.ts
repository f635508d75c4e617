import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listTimeline } from '@/lib/activity/timeline'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { cancelImport } from '@/lib/imports/cancel-import'
import { getImport, listKept } from '@/lib/imports/queries'
import { revertChunk } from '@/lib/imports/revert-chunk'
import { revertImport } from '@/lib/imports/revert-import'
import { runRevert } from '@/lib/imports/run-revert'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { reopenLead } from '@/lib/leads/reopen-lead'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { funnelReport } from '@/lib/reports/queries'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import { emptied, revertOf } from '@/tests/integration/imports/everything-as-seen'
import { begin, importFile } from '@/tests/integration/imports/file-import'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})
beforeEach(emptied)

const never = new AbortController().signal
const revert = (importId: string, by: keyof Cast = 'max') => revertOf(cast[by], importId)

const byExternalId = (externalId: string) =>
  db.lead.findFirstOrThrow({ where: { externalId, deletedAt: null }, include: { company: true, state: true } })

describe('what somebody has worked with since stays, and is listed', () => {
  test('a lead that was touched, edited or offered since stays; the others go, with companies nobody uses', async () => {
    const file = 'externalId,firstName,company.name\nR1,Ines,Norrland\nR2,Tom,Kestrel\nR3,Aiko,Minato\nR4,Per,Minato\n'
    const { id } = await importFile(cast.mia, file)
    const [touched, edited] = [await byExternalId('R1'), await byExternalId('R2')]
    await logTouch(cast.mia, { leadId: touched.id, channel: 'email' })
    await editLead(cast.max, { leadId: edited.id, version: null, changes: { title: 'CFO' } })
    expect(await revert(id, 'mia')).toMatchObject({ status: 'reverted', created: 4 })
    expect((await db.lead.findMany({ where: { deletedAt: null } })).map(({ externalId }) => externalId).sort()).toEqual(
      ['R1', 'R2'],
    )
    expect(await listKept(cast.mia, id)).toEqual({
      nextCursor: null,
      count: 2,
      data: expect.arrayContaining([
        { lead: { id: touched.id, name: 'Ines' }, why: 'Touched since by Mia: it stays.' },
        { lead: { id: edited.id, name: 'Tom' }, why: 'Edited since by Max: it stays.' },
      ]) as unknown,
    })
    expect((await db.company.findMany()).map(({ name }) => name).sort()).toEqual(['Kestrel', 'Norrland'])
    expect(await importFile(cast.mia, file)).toMatchObject({ created: 2, updated: 2 })
  })

  test('facts go back one by one; what somebody changed since stays, and so does its history', async () => {
    const known = await createLead(cast.mia, {
      externalId: 'K1',
      title: 'Buyer',
      phone: '1',
      details: { Region: 'East' },
    })
    const file = 'externalId,title,phone,company.domain,Region,Size\nK1,CEO,2,kestrel.example,North,20\n'
    const { id } = await importFile(cast.mia, file)
    await editLead(cast.max, { leadId: known.id, version: null, changes: { title: 'CFO' } })
    await revert(id)
    const after = await byExternalId('K1')
    expect(after).toMatchObject({ title: 'CFO', phone: '1', company: null, details: { Region: 'East' } })
    expect(Object.keys(after.details as object)).toEqual(['Region'])
    expect(await listKept(cast.mia, id)).toMatchObject({ count: 1, data: [{ why: 'Changed since: title.' }] })
    const { data: lines } = await listTimeline(cast.max, { leadId: known.id })
    expect(lines.filter(({ change }) => change?.type === 'lead_edited')).toHaveLength(3)
    expect(await db.company.count()).toBe(0)
  })

  test('an address that another lead has by now does not go back', async () => {
    await createLead(cast.mia, { externalId: 'K1', email: 'old@x.example' })
    const { id } = await importFile(cast.mia, 'externalId,email\nK1,new@x.example\n')
    await createLead(cast.mia, { email: 'old@x.example' })
    await revert(id)
    expect(await byExternalId('K1')).toMatchObject({ email: 'new@x.example' })
    expect(await listKept(cast.mia, id)).toMatchObject({ data: [{ why: 'Another lead has its email of before.' }] })
  })

  test('an offer of the import that nobody accepted goes; a lead that Sam accepted stays with Sam', async () => {
    const rows = ['A', 'B'].flatMap((lead) =>
      [1, 2, 3].map((day) => `${lead},email,2026-01-0${day},${lead}${day},Fair`),
    )
    for (const externalId of ['A', 'B']) await createLead(cast.mia, { externalId })
    const file = ['lead.externalId,channel,occurredAt,externalId,campaign', ...rows].join('\n')
    const { id } = await importFile(cast.mia, file, { kind: 'touchpoints', handOff: true })
    const accepted = await db.handoff.findFirstOrThrow({ where: { lead: { externalId: 'B' } } })
    await acceptHandoff(cast.sam, { handoffId: accepted.id })
    await revert(id, 'mia')
    expect((await byExternalId('A')).state).toMatchObject({ stage: 'COLD', desk: 'MARKETING', wasOffered: false })
    expect((await byExternalId('B')).state).toMatchObject({ stage: 'COLD', desk: 'SALES', repId: cast.sam.id })
    expect(await listKept(cast.mia, id)).toMatchObject({
      data: [{ lead: { name: 'B' }, why: 'Sam has accepted it, so it stays there.' }],
    })
    expect(await db.campaign.count()).toBe(0)
    expect(await importFile(cast.mia, file, { kind: 'touchpoints' })).toMatchObject({ created: 6, skipped: 0 })
  })

  test('a lead reopened since stays open; a loss made a win is the loss again, with its note', async () => {
    const [open, lost] = [
      await createLead(cast.mia, { externalId: 'O' }),
      await createLead(cast.mia, { externalId: 'P' }),
    ]
    await closeLead(cast.max, { leadId: lost.id, outcome: 'lost', reason: 'other', note: 'Went quiet' })
    const file = 'lead.externalId,outcome,value\nO,won,5\nP,won,7\n'
    const { id } = await importFile(cast.max, file, { kind: 'outcomes' })
    await reopenLead(cast.max, { leadId: open.id })
    await closeLead(cast.max, { leadId: open.id, outcome: 'lost', reason: 'no_fit' })
    await revert(id)
    expect((await byExternalId('O')).state).toMatchObject({ outcome: 'LOST', lostReason: 'no_fit' })
    expect(await byExternalId('P')).toMatchObject({ value: null, state: { outcome: 'LOST', lostReason: 'other' } })
    const changes = await db.outcomeChange.findMany({ where: { leadId: lost.id }, orderBy: { id: 'asc' } })
    expect(changes.map(({ outcome, note }) => [outcome, note])).toEqual([
      ['LOST', 'Went quiet'],
      ['OPEN', null],
      ['WON', null],
      ['OPEN', null],
      ['LOST', 'Went quiet'],
    ])
    expect(await listKept(cast.max, id)).toMatchObject({ count: 1, data: [{ lead: { id: open.id } }] })
  })

  test('a lead that was merged with another is named by the one that was kept', async () => {
    const kept = await createLead(cast.mia, { externalId: 'own' })
    const { id } = await importFile(cast.mia, 'externalId\nM1\nM2\n')
    const gone = await byExternalId('M1')
    await mergeLeads(cast.max, { keptId: kept.id, goneId: gone.id })
    await revert(id)
    expect(await listKept(cast.mia, id)).toMatchObject({ count: 1, data: [{ lead: { id: kept.id } }] })
    expect((await db.lead.findMany({ where: { deletedAt: null } })).map((lead) => lead.id)).toEqual([kept.id])
  })

  test('leads go although their touches were imported too, once those are taken back', async () => {
    const leads = await importFile(cast.mia, 'externalId\nZ1\n')
    const touches = await importFile(cast.mia, 'lead.externalId,channel\nZ1,email\n', { kind: 'touchpoints' })
    await revert(touches.id)
    await revert(leads.id)
    expect(await listKept(cast.mia, leads.id)).toEqual({ count: 0, data: [], nextCursor: null })
    expect(await db.lead.count({ where: { deletedAt: null } })).toBe(0)
  })
})

test('what was known before the revert is still read as of then', async () => {
  const { id } = await importFile(cast.max, 'externalId\nT1\nT2\n')
  await importFile(cast.max, 'lead.externalId,outcome\nT1,won\n', { kind: 'outcomes' }).then(({ id: won }) =>
    revert(won),
  )
  const asOf = new Date().toISOString()
  const steps = async () => (await funnelReport(cast.max, { asOf }, new Date())).steps
  const before = await steps()
  expect(before[0]).toMatchObject({ entered: 2 })
  await revert(id)
  expect(await steps()).toEqual(before)
  expect((await funnelReport(cast.max, {}, new Date())).steps[0]).toMatchObject({ entered: 0 })
})

test('a revert that is stopped goes on, and two processes do it once', { timeout: 120_000 }, async () => {
  const rows = Array.from({ length: 2200 }, (_, n) => `S${n}`)
  const { id } = await importFile(cast.mia, `externalId\n${rows.join('\n')}\n`)
  await revertImport(cast.mia, { importId: id })
  const first = await revertChunk(cast.mia, { importId: id, after: null })
  expect(await db.lead.count({ where: { deletedAt: null } })).toBe(1700)
  expect(await getImport(cast.mia, id)).toMatchObject({ status: 'running' })
  expect(await revertChunk(cast.mia, { importId: id, after: null })).toBeNull()
  expect(await db.lead.count({ where: { deletedAt: null } })).toBe(1700)
  expect(first?.after).not.toBeNull()
  await Promise.all([runRevert(id, never), runRevert(id, never)])
  await runRevert(id, never)
  expect(await db.import.findUnique({ where: { id } })).toMatchObject({ status: 'reverted', revertDone: 2200 })
  expect(await db.lead.count({ where: { deletedAt: null } })).toBe(0)
  expect(await db.activity.count({ where: { type: 'lead_deleted' } })).toBe(2200)
})

test('who did not import it, a rep, and an import that runs or was only checked are refused; twice is once', async () => {
  const { id } = await importFile(cast.max, 'externalId\nX1\n')
  await expect(revertImport(cast.mia, { importId: id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(revertImport(cast.sam, { importId: id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const running = await begin(cast.mia, 'externalId\nX2\n')
  await expect(revertImport(cast.mia, { importId: running })).rejects.toMatchObject({ code: 'CONFLICT' })
  const checked = await importFile(cast.mia, 'externalId\nX3\n', { dryRun: true })
  await expect(revertImport(cast.mia, { importId: checked.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(revertImport(cast.mia, { importId: cast.mia.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await revert(id)
  expect(await revert(id)).toMatchObject({ status: 'reverted' })
  await expect(cancelImport(cast.max, { importId: id })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await db.activity.count({ where: { type: 'lead_deleted' } })).toBe(1)
})
