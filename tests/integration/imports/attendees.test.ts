import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { createAttendees } from '@/lib/imports/create-attendees'
import { matchAttendees } from '@/lib/imports/match-attendees'
import { recentImports } from '@/lib/imports/queries'
import { uploadImport } from '@/lib/imports/upload-import'
import { createLead } from '@/lib/leads/create-lead'
import { type Cast, castOf } from '@/tests/integration/cast'
import { uploadRequest } from '@/tests/integration/imports/file-import'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const listOf = async (actor: Actor, file: string) =>
  (await uploadImport(actor, uploadRequest(file, { purpose: 'attendees' }))).importId

test('attendees are found by external id, by email, by name and company; the rest can be made at a press', async () => {
  const company = { name: 'Norrland Freight' }
  const ids: Record<string, string> = {}
  for (const [name, facts] of Object.entries({
    byId: { externalId: 'A-1' },
    byEmail: { email: 'ines@norrland.example' },
    byName: { firstName: 'Tom', lastName: 'Bergström', company },
    twin1: { firstName: 'Per', lastName: 'Lind', email: 'per1@norrland.example', company },
    twin2: { firstName: 'Per', lastName: 'Lind', email: 'per2@norrland.example', company },
  }))
    ids[name] = (await createLead(cast.mia, facts)).id
  const list = await listOf(
    cast.mia,
    [
      'Badge;Name;Company;E-mail;External id',
      '1;Whoever;;;A-1',
      '2;Ines Vidal;;INES@norrland.example;',
      '3;Tom  bergström;norrland freight;;',
      '4;Per Lind;Norrland Freight;;',
      '5;Per Lind;Norrland Freight;per2@norrland.example;',
      '6;Aiko Tanaka;Minato;aiko@minato.example;',
      '7;;;not an address;',
      '8;Tom Bergström;Norrland Freight;;',
    ].join('\n'),
  )
  const match = await matchAttendees(cast.mia, list)
  expect(match.rows).toBe(8)
  expect(new Set(match.leadIds)).toEqual(new Set([ids.byId, ids.byEmail, ids.byName, ids.twin2]))
  expect(match.unmatched.map(({ line }) => line)).toEqual([7])
  expect(match.unclear).toEqual([
    { line: 8, why: expect.stringContaining('not an address') },
    { line: 5, why: '2 leads have this name and company.' },
  ])
  expect(await createAttendees(cast.mia, { importId: list })).toMatchObject({ created: 1 })
  const after = await matchAttendees(cast.mia, list)
  expect(after).toMatchObject({ unmatched: [] })
  expect(after.leadIds).toHaveLength(5)
  expect(await createAttendees(cast.mia, { importId: list })).toMatchObject({ created: 0 })
  const made = await db.lead.findFirstOrThrow({ where: { email: 'aiko@minato.example' }, include: { company: true } })
  expect(made).toMatchObject({ firstName: 'Aiko', company: { name: 'Minato' }, details: { Badge: '6' } })
  expect(await recentImports(cast.mia, 10)).toEqual([])
})

test('a list that names nobody, is too long, or is asked for by a rep is refused', async () => {
  const nobody = await listOf(cast.mia, 'Badge,Hall\n1,A\n')
  await expect(matchAttendees(cast.mia, nobody)).rejects.toMatchObject({ code: 'INVALID' })
  const long = await listOf(cast.mia, `email\n${Array.from({ length: 5001 }, (_, n) => `l${n}@x.example`).join('\n')}`)
  await expect(matchAttendees(cast.mia, long)).rejects.toMatchObject({
    fields: { file: expect.stringContaining('5000') },
  })
  await expect(createAttendees(cast.mia, { importId: long })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(matchAttendees(cast.sam, nobody)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
