import { beforeAll, expect, test } from 'vitest'
import { editCompany } from '@/lib/companies/edit-company'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { inOneMoment, loadFacts } from '@/lib/facts/load-facts'
import { presentFacts } from '@/lib/facts/present-facts'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { undoMerge } from '@/lib/merges/undo-merge'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { voidTouch } from '@/lib/touchpoints/void-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import { plainFacts } from '@/tests/integration/facts/plain-facts'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const readAnew = async () =>
  plainFacts(await inOneMoment((client) => loadFacts(client, { replayId: null, at: new Date() })))

/** What was kept and brought up to date says the same as a new reading. */
async function expectCaughtUp(): Promise<void> {
  expect(plainFacts(await presentFacts())).toEqual(await readAnew())
}

test('whatever changes of a lead is known to the next reader', async () => {
  await expectCaughtUp()
  const { id, company } = await createLead(cast.mia, { firstName: 'Ines', company: { name: 'Norrland' }, value: 10 })
  const other = await createLead(cast.mia, { firstName: 'Tom' })
  const steps: Record<string, () => Promise<unknown>> = {
    touch: () => logTouch(cast.mia, { leadId: id, channel: 'email' }),
    'late touch': () => logTouch(cast.mia, { leadId: id, channel: 'email', occurredAt: new Date(Date.now() - 9e8) }),
    warm: () => logTouch(cast.mia, { leadId: id, channel: 'webinar' }),
    accept: async () => {
      const { id: handoffId } = await db.handoff.findFirstOrThrow({ where: { leadId: id } })
      await acceptHandoff(cast.sam, { handoffId })
    },
    void: async () => {
      const touch = await db.touchpoint.findFirstOrThrow({ where: { leadId: id } })
      await voidTouch(cast.max, { touchpointId: touch.id })
    },
    currency: () => editLead(cast.max, { leadId: id, version: null, changes: { currency: 'SEK' } }),
    value: () => editLead(cast.max, { leadId: id, version: null, changes: { value: 1234.56 } }),
    'size of the company': () => editCompany(cast.max, { companyId: company?.id ?? '', changes: { employees: 77 } }),
    'another company': () =>
      editLead(cast.max, { leadId: id, version: null, changes: { company: { name: 'Minato' } } }),
    merge: () => mergeLeads(cast.max, { keptId: other.id, goneId: id, fields: {} }),
    unmerge: async () => {
      const { id: mergeId } = await db.merge.findFirstOrThrow()
      await undoMerge(cast.max, { mergeId })
    },
    delete: () => deleteLead(cast.max, { leadId: other.id }),
  }
  for (const [name, step] of Object.entries(steps)) {
    const before = JSON.stringify(plainFacts(await presentFacts()))
    await step()
    await expectCaughtUp()
    expect(`${name}: ${JSON.stringify(plainFacts(await presentFacts())) === before ? 'the same' : 'other'}`).toBe(
      `${name}: other`,
    )
  }
})

test('a transaction that began earlier and ends later is not missed', async () => {
  const { id } = await createLead(cast.mia, { firstName: 'Aiko' })
  const { id: second } = await createLead(cast.mia, { firstName: 'Luis' })
  await db.$transaction(async (tx) => {
    await tx.leadState.update({ where: { leadId: id }, data: { ownerId: cast.max.id } })
    await logTouch(cast.mia, { leadId: second, channel: 'email' })
    await expectCaughtUp()
  })
  await expectCaughtUp()
})

test('many readers at once, while touches pour in, each know all that was committed before they asked', async () => {
  const { id: leadId } = await createLead(cast.mia, { firstName: 'Per' })
  const idBytes = Buffer.from(leadId.replaceAll('-', ''), 'hex')
  let logged = 0
  const pour = async () => {
    for (let nth = 0; nth < 15; nth++) {
      await logTouch(cast.mia, { leadId, channel: 'email' })
      logged++
    }
  }
  const read = async () => {
    for (let nth = 0; nth < 15; nth++) {
      const before = logged
      const facts = await presentFacts()
      expect(facts.touches.many[facts.slotOf(idBytes, 0)]).toBeGreaterThanOrEqual(before)
    }
  }
  await Promise.all([pour(), pour(), read(), read(), read()])
  await expectCaughtUp()
})

test('an emptied database is empty', async () => {
  await db.$executeRaw`truncate lead cascade`
  expect(plainFacts(await presentFacts())).toEqual({})
  await expectCaughtUp()
})
