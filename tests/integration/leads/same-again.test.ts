import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { assignLead } from '@/lib/leads/assign-lead'
import { createLead } from '@/lib/leads/create-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
let leadId: string

beforeAll(async () => {
  cast = await castOf()
  const facts = { firstName: 'Ines', value: 10, details: { size: 40, fleet: 'trucks' } }
  leadId = (await createLead(cast.mia, facts)).id
})

const lines = () => db.activity.count({ where: { leadId } })

test('an edit that says what is there already makes no new version and no line of history', async () => {
  const before = await lines()
  const changes = { value: 10, tags: null, email: null, details: { fleet: 'trucks', size: 40 } }
  expect((await editLead(cast.mia, { leadId, version: 1, changes })).version).toBe(1)
  expect((await editLead(cast.mia, { leadId, version: 1, changes: { tags: [] } })).version).toBe(1)
  expect(await lines()).toBe(before)
  expect((await editLead(cast.mia, { leadId, version: 1, changes: { details: { size: 40 } } })).version).toBe(2)
  expect(await lines()).toBe(before + 1)
})

test('a lead that is given to those who have it has no new line of history', async () => {
  const before = await lines()
  await assignLead(cast.max, { leadId, owner: cast.mia.id, rep: null })
  expect(await lines()).toBe(before)
  await assignLead(cast.max, { leadId, owner: cast.mia.id, rep: cast.sam.id })
  const { data } = await db.activity.findFirstOrThrow({ where: { leadId }, orderBy: { seq: 'desc' } })
  expect(data).toEqual({ rep: { to: 'Sam' } })
})
