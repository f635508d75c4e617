import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { createLead } from '@/lib/leads/create-lead'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile } from '@/tests/integration/imports/file-import'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

const byId = (externalId: string) =>
  db.lead.findFirstOrThrow({ where: { externalId }, include: { state: true, company: true } })

describe('an import of leads', () => {
  test('a file without a mapping is known by its headers; the rest is kept in the details', async () => {
    const file =
      'External ID,First name,E-Mail,Company,Website,Value,Tags,Created at,Colour\nA1,Ines,INES@Norrland.example,Norrland AB,https://www.norrland.example/x,"1.234,50",fair; north,2026-02-01,red\n'
    expect(await importFile(cast.mia, file)).toMatchObject({ status: 'done', rows: 1, created: 1, failed: 0 })
    expect(await byId('A1')).toMatchObject({
      firstName: 'Ines',
      email: 'ines@norrland.example',
      company: { name: 'Norrland AB', domain: 'norrland.example' },
      currency: 'EUR',
      tags: ['fair', 'north'],
      details: { Colour: 'red' },
      createdAt: new Date('2026-02-01T00:00:00Z'),
      createdById: cast.mia.id,
      state: { desk: 'MARKETING', ownerId: cast.mia.id, stage: 'COLD', outcome: 'OPEN' },
    })
    expect(Number((await byId('A1')).value)).toBe(1234.5)
    const { id } = await byId('A1')
    expect(await db.activity.findMany({ where: { leadId: id } })).toMatchObject([
      { type: 'lead_created', actorId: cast.mia.id },
    ])
  })

  test('a known lead is updated, empty cells leave what is there, and the history tells', async () => {
    const again = 'externalId,firstName,email,phone,Size\nA1,,,+46 70 1,big\nA1,Ines Maria,,,\n'
    expect(await importFile(cast.mia, again)).toMatchObject({ created: 0, updated: 2 })
    const lead = await byId('A1')
    expect(lead).toMatchObject({
      firstName: 'Ines Maria',
      email: 'ines@norrland.example',
      phone: '+46 70 1',
      version: 2,
    })
    expect(lead.details).toEqual({ Colour: 'red', Size: 'big' })
    const edit = await db.activity.findFirstOrThrow({ where: { leadId: lead.id, type: 'lead_edited' } })
    expect(edit.data).toMatchObject({ changes: { firstName: { from: 'Ines', to: 'Ines Maria' } } })
  })

  test('an address names a lead only where one of the two has no external id', async () => {
    await createLead(cast.mia, { email: 'shared@x.example' })
    const file = 'externalId,email\nS1,Shared@x.example\nS2,shared@x.example\n'
    expect(await importFile(cast.mia, file)).toMatchObject({ updated: 1, created: 1 })
    expect(await db.lead.count({ where: { email: 'shared@x.example' } })).toBe(2)
    const third = await importFile(cast.mia, 'email\nshared@x.example\n')
    expect(third).toMatchObject({ failed: 1, reasons: { 2: expect.stringMatching(/2 leads share/) as string } })
  })

  test('an external id and an address that name two leads fail the row', async () => {
    await createLead(cast.mia, { email: 'other@x.example' })
    const result = await importFile(cast.mia, 'externalId,email\nS1,other@x.example\n')
    expect(result).toMatchObject({ failed: 1, reasons: { 2: expect.stringMatching(/name two leads/) as string } })
  })

  test('what comes twice in one file is one lead', async () => {
    const file = 'email,firstName,lastName\ntwice@x.example,Jo,\nTWICE@x.example,,Berg\n'
    expect(await importFile(cast.mia, file)).toMatchObject({ created: 1, updated: 1 })
    expect(await db.lead.findMany({ where: { email: 'twice@x.example' } })).toMatchObject([
      { firstName: 'Jo', lastName: 'Berg', version: 1 },
    ])
  })

  test('companies are known by domain, else by name; one known by name takes the domain over', async () => {
    const file =
      'externalId,company.name,company.domain\nC1,Elf  GmbH,\nC2,ELF gmbh,elf.example\nC3,Other name,elf.example\nC4,,elf.example\n'
    expect(await importFile(cast.mia, file)).toMatchObject({ created: 4 })
    const leads = await db.lead.findMany({ where: { externalId: { startsWith: 'C' } }, include: { company: true } })
    expect(new Set(leads.map(({ companyId }) => companyId)).size).toBe(1)
    expect(leads[0]?.company).toMatchObject({ name: 'Elf  GmbH', domain: 'elf.example' })
  })

  test('a company of unknown size takes over the first that is told; one that has a size keeps it', async () => {
    const file = [
      'externalId,Company,company.employees',
      'E1,Fjord,',
      'E2,Fjord,"1,200"',
      'E3,Fjord,900',
      'E4,Kelp,0',
      'E5,Moss,1.5',
      'E6,Moss,11-50',
      'E7,Moss,-3',
      'E8,,40',
    ].join('\n')
    expect(await importFile(cast.mia, file)).toMatchObject({
      created: 4,
      reasons: {
        6: 'Employees of the company "1.5": Write a whole number of people.',
        7: expect.stringMatching(/"11-50": Write a whole number/) as string,
        8: expect.stringMatching(/"-3": Write a whole number/) as string,
        9: expect.stringMatching(/does not say of which company/) as string,
      },
    })
    const sizes = async () =>
      (await db.company.findMany({ where: { name: { in: ['Fjord', 'Kelp'] } }, orderBy: { name: 'asc' } })).map(
        ({ employees }) => employees,
      )
    expect(await sizes()).toEqual([1200, null])
    const again = 'externalId,Company,Employees\nE1,Fjord,7\nE4,Kelp,30\n'
    expect(await importFile(cast.mia, again)).toMatchObject({ updated: 2 })
    expect(await sizes()).toEqual([1200, 30])
  })

  test('bad rows come back with line and reason, the good ones are in', async () => {
    const file = [
      'externalId,email,value,createdAt,owner,currency,name',
      'B1,ines@@x,,,,,',
      'B2,,-5,,,,',
      'B3,,,2999-01-01,,,',
      'B4,,,soon,,,',
      'B5,,,,nobody@x.example,,',
      'B6,,,,sam@baton.example,,',
      'B7,,,,,kronor,',
      ',,,,,,',
      'B8,,,,,,a\0b',
      ',,5,,,,',
      'B9,,,,,,,,extra',
      'B10,b10@x.example,10,2020-01-01,max@baton.example,SEK,"Lind, Ines"',
    ].join('\n')
    const { reasons, ...result } = await importFile(cast.mia, file)
    expect(result).toMatchObject({ status: 'done', rows: 11, created: 1, failed: 10 })
    expect(reasons).toMatchObject({
      2: expect.stringMatching(/^Email "ines@@x": Write an email/),
      3: expect.stringMatching(/never below zero/),
      4: expect.stringMatching(/lies in the future/),
      5: expect.stringMatching(/no date/),
      6: expect.stringMatching(/owner "nobody@x.example" is unknown/),
      7: expect.stringMatching(/Sam is a rep/),
      8: expect.stringMatching(/^Currency "kronor"/),
      10: expect.stringMatching(/NUL/),
      11: expect.stringMatching(/at least a name/),
      12: expect.stringMatching(/9 cells, but there are 7 columns/),
    } as Record<number, string>)
    expect(await byId('B10')).toMatchObject({
      firstName: 'Ines',
      lastName: 'Lind',
      currency: 'SEK',
      state: { ownerId: cast.max.id },
    })
  })

  test('dates without a zone are in the zone of the company', async () => {
    await db.settings.update({ where: { id: 1 }, data: { timeZone: 'Europe/Stockholm' } })
    await importFile(cast.mia, 'externalId;createdAt\nZ1;2026-07-01 10:00\nZ2;04/13/2026\nZ3;03/04/2026\n')
    expect((await byId('Z1')).createdAt).toEqual(new Date('2026-07-01T08:00:00Z'))
    expect((await byId('Z3')).createdAt).toEqual(new Date('2026-03-03T23:00:00Z'))
    await db.settings.update({ where: { id: 1 }, data: { timeZone: 'UTC' } })
  })

  test('reps import nothing, marketers no outcomes', async () => {
    await expect(importFile(cast.sam, 'email\na@x.example\n')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const order = { kind: 'outcomes', mapping: { columns: { email: 'lead.email' }, defaults: { outcome: 'won' } } }
    await expect(importFile(cast.mia, 'email\na@x.example\n', order)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
