import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { dismissDuplicate } from '@/lib/duplicates/dismiss-duplicate'
import { findDuplicates } from '@/lib/duplicates/find-duplicates'
import { phoneKey } from '@/lib/duplicates/keys'
import { countDuplicates, listDuplicates } from '@/lib/duplicates/list-duplicates'
import { listKnownAlike, listLookalikes } from '@/lib/duplicates/lookalikes'
import { createLead } from '@/lib/leads/create-lead'
import { deleteLead } from '@/lib/leads/delete-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { mergeLeads } from '@/lib/merges/merge-leads'
import { undoMerge } from '@/lib/merges/undo-merge'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile } from '@/tests/integration/imports/file-import'

let cast: Cast
let town = 0
let company: { name: string }
beforeAll(async () => {
  cast = await castOf()
})
beforeEach(async () => {
  await db.suspicion.deleteMany()
  company = { name: `Norrland ${++town}` }
})

const lead = async (facts: object) => (await createLead(cast.mia, facts)).id

async function suspected() {
  await findDuplicates()
  const { data } = await listDuplicates(cast.max, {})
  return data.map(({ leads, evidence }) => ({ ids: leads.map(({ id }) => id).toSorted(), evidence }))
}

test('leads that are made on the page, edited or imported are compared with the others', async () => {
  const anna = await lead({ firstName: 'Anna', lastName: 'Berg', company, phone: '+46 8 123 456 78' })
  const ana = await lead({ firstName: 'Ana', lastName: 'Berg', company })
  expect(await suspected()).toEqual([{ ids: [anna, ana], evidence: ['similar_name'] }])
  await editLead(cast.mia, { leadId: ana, version: null, changes: { phone: '08-123 456 78' } })
  expect(await suspected()).toEqual([{ ids: [anna, ana], evidence: ['similar_name', 'same_phone'] }])
  await editLead(cast.mia, { leadId: ana, version: null, changes: { phone: null, firstName: 'Karl' } })
  expect(await suspected()).toEqual([])
  await importFile(
    cast.mia,
    `firstName,lastName,company.name,externalId\nAnna,Berg,${company.name.toUpperCase()},X${town}`,
  )
  expect(await suspected()).toMatchObject([{ evidence: ['same_name'] }])
})

test('two external ids with one address are two leads that are suspected', async () => {
  const file = 'externalId,email\nE1,shared@norrland.example\nE2,shared@norrland.example'
  expect(await importFile(cast.mia, file)).toMatchObject({ created: 2 })
  expect(await suspected()).toMatchObject([{ evidence: ['same_email'] }])
})

test('a switchboard is no evidence', async () => {
  for (let n = 0; n < 10; n++) await lead({ externalId: `switch ${n}`, phone: '030 555 000 99' })
  expect(await suspected()).toEqual([])
})

test('who said that two are not the same is not asked again', async () => {
  const [one, other] = [
    await lead({ externalId: 'p1', phone: '0401234567' }),
    await lead({ externalId: 'p2', phone: '0401234567' }),
  ]
  expect(await suspected()).toHaveLength(1)
  await expect(dismissDuplicate(cast.mia, { leadId: one, otherId: other })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await dismissDuplicate(cast.max, { leadId: other, otherId: one })
  await editLead(cast.mia, { leadId: one, version: null, changes: { phone: '+49 40 1234567' } })
  expect(await suspected()).toEqual([])
  expect(await listLookalikes(cast.max, one)).toEqual([])
})

test('pairs of deleted and merged leads are not listed; after an undo they are again', async () => {
  const made = async () => lead({ firstName: 'Ola', lastName: 'Lund', company })
  const [one, two, three] = [await made(), await made(), await made()]
  expect(await suspected()).toHaveLength(3)
  await deleteLead(cast.max, { leadId: three })
  expect(await suspected()).toHaveLength(1)
  const { mergeId } = await mergeLeads(cast.max, { keptId: one, goneId: two })
  expect(await suspected()).toEqual([])
  expect(await countDuplicates(cast.max)).toBe(0)
  await undoMerge(cast.max, { mergeId })
  expect(await suspected()).toHaveLength(1)
})

test('while a lead is typed, those that look like it are named to those who may see them', async () => {
  const kim = await lead({ firstName: 'Kim', lastName: 'Holm', company, phone: '0771234567' })
  const typed = {
    firstName: 'kim',
    lastName: 'holm',
    email: null,
    phone: '+46 77 123 45 67',
    companyKey: company.name.toLowerCase(),
  }
  expect(await listKnownAlike(cast.mia, typed)).toMatchObject([
    { id: kim, name: 'Kim Holm', evidence: ['same_name', 'same_phone'] },
  ])
  expect(await listKnownAlike(cast.sam, typed)).toEqual([])
})

test('pages of suspected pairs have each pair once', async () => {
  for (let n = 0; n < 6; n++) await lead({ externalId: `page ${town} ${n}`, phone: '0501112223' })
  await findDuplicates()
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await listDuplicates(cast.mia, { limit: 4, cursor })
    ids.push(...page.data.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect([ids.length, new Set(ids).size, await countDuplicates(cast.mia)]).toEqual([15, 15, 15])
  await expect(listDuplicates(cast.sam, {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('the database and the rule take telephones alike', async () => {
  const phones = ['+46 8 123 456 78', '12-34', '(030) 12 34 56 7', 'tel: 0049/30/1234567', '１２３４５６７', '']
  const rows = await db.$queryRaw<{ key: string | null }[]>`
    select phone_key(phone) as key from unnest(${phones}::text[]) with ordinality as p(phone, nth) order by nth`
  expect(rows.map(({ key }) => key)).toEqual(phones.map(phoneKey))
})
