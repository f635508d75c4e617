import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { listLeads } from '@/lib/leads/list-leads'
import { type Cast, castOf } from '@/tests/integration/cast'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const found = async (filters: object) => (await listLeads(cast.max, { filters })).data.map(({ id }) => id)

test('a lead is found by its source and value as they are now, alone and beside where it stands', async () => {
  const { id } = await createLead(cast.mia, { email: 'ines@haas.example', source: 'Fair', value: 100 })
  expect(await found({ source: 'Fair' })).toEqual([id])
  expect(await found({ source: 'Fair', stage: 'COLD', valueMax: 100 })).toEqual([id])
  await editLead(cast.mia, { leadId: id, version: null, changes: { source: 'Website', value: null } })
  for (const filters of [{ source: 'Fair' }, { source: 'Fair', stage: 'COLD' }, { stage: 'COLD', valueMin: 1 }])
    expect(await found(filters)).toEqual([])
  await closeLead(cast.max, { leadId: id, outcome: 'won', value: 2500 })
  expect(await found({ outcome: 'WON', source: 'Website', valueMin: 2500 })).toEqual([id])
  expect(await found({ source: 'Website', valueMin: 2500 })).toEqual([id])
})

test('a rep finds a lead by having made it, also when another has it', async () => {
  const { id } = await createLead(cast.sam, { email: 'tom@haas.example', source: 'Phone' })
  await db.leadState.update({ where: { leadId: id }, data: { repId: cast.sara.id } })
  const page = await listLeads(cast.sam, { filters: { source: 'Phone' } })
  expect(page.data.map((lead) => lead.id)).toEqual([id])
})
