import { describe, expect, test } from 'vitest'
import { DomainError } from '@/lib/errors'
import { checkMapping, type Mapping } from '@/lib/imports/mapping'
import { columnsByName, suggestDefaults, suggestMapping } from '@/lib/imports/suggest-mapping'
import { suggestWords } from '@/lib/imports/suggest-words'
import type { ImportKind } from '@/prisma/generated/enums'

const byName = (headers: string[], kind: ImportKind = 'leads', samples: string[][] = []) => {
  const columns = columnsByName(headers, samples, kind)
  return headers.map((header) => columns[header])
}

describe('headers by name', () => {
  test('ours are known, case, spaces and underscores apart', () => {
    expect(byName(['External ID', 'FIRST_NAME', 'last name', 'E-Mail', 'company.domain', 'Colour'])).toEqual([
      'externalId',
      'firstName',
      'lastName',
      'email',
      'company.domain',
      null,
    ])
    expect(byName(['lead.externalId', 'lead.email', 'channel', 'occurredAt', 'externalId'], 'touchpoints')).toEqual([
      'lead.externalId',
      'lead.email',
      'channel',
      'occurredAt',
      'externalId',
    ])
  })

  test('so are those of HubSpot, Salesforce, Zoho and Pipedrive', () => {
    expect(byName(['Record ID - Contact', 'Phone Number', 'Job Title', 'Company Domain Name', 'Create Date'])).toEqual([
      'externalId',
      'phone',
      'title',
      'company.domain',
      'createdAt',
    ])
    expect(byName(['Lead ID', 'Company / Account', 'Lead Source', 'Created Date', 'Website'])).toEqual([
      'externalId',
      'company.name',
      'source',
      'createdAt',
      'company.domain',
    ])
    expect(byName(['Record Id', 'Mobile', 'Designation', 'Created Time', 'Tag'])).toEqual([
      'externalId',
      'phone',
      'title',
      'createdAt',
      'tags',
    ])
    expect(byName(['Person - ID', 'Person - Name', 'Person - Email - Work', 'Person - Organization'])).toEqual([
      'externalId',
      'name',
      'email',
      'company.name',
    ])
  })

  test('an owner who is written by name there is no owner here, one by email is', () => {
    const headers = ['Email', 'Contact owner']
    expect(byName(headers, 'leads', [['a@x.se', 'Mia Lind']])).toEqual(['email', null])
    expect(byName(headers, 'leads', [['a@x.se', 'mia@baton.example']])).toEqual(['email', 'owner'])
  })

  test('the page also proposes a column of distinct ids where nothing else says who the leads are', () => {
    const headers = ['mql_id', 'first_contact_date', 'origin']
    const samples = [
      ['dac3', '2018-02-01', 'social'],
      ['8c18', '2017-10-20', 'social'],
    ]
    expect(suggestMapping(headers, samples, 'leads')).toEqual({
      mql_id: 'externalId',
      first_contact_date: 'createdAt',
      origin: 'source',
    })
    expect(suggestMapping(headers, samples, 'touchpoints')).toMatchObject({
      mql_id: 'lead.externalId',
      origin: 'channel',
    })
    expect(columnsByName(headers, samples, 'leads').mql_id).toBeNull()
  })

  test('dates of wins say that what has one is won, unless a column says what became of each', () => {
    expect(suggestDefaults({ mql_id: 'lead.externalId', won_date: 'closedAt' })).toEqual({ outcome: 'won' })
    expect(suggestDefaults({ 'Deal - Lost time': 'closedAt' })).toEqual({ outcome: 'lost' })
    expect(suggestDefaults({ 'Deal - Won time': 'closedAt', 'Deal - Status': 'outcome' })).toEqual({})
    expect(suggestDefaults({ 'Close Date': 'closedAt' })).toEqual({})
  })

  test('words of other systems suggest our channels and outcomes', () => {
    const theirs = [
      'paid_search',
      'organic_search',
      'social',
      'display',
      'direct_traffic',
      'email',
      'referral',
      'Direct mail',
      'unknown',
      '',
    ]
    expect(suggestWords('channel', theirs)).toEqual({
      paid_search: 'advertising',
      organic_search: 'content',
      social: 'social_media',
      display: 'advertising',
      direct_traffic: 'content',
      email: 'email',
      referral: 'referral',
      'Direct mail': 'direct_mail',
    })
    expect(suggestWords('outcome', ['Closed Won', 'closedlost', 'In progress', '?'])).toEqual({
      'Closed Won': 'won',
      closedlost: 'lost',
      'In progress': 'open',
    })
  })

  test('reasons of a loss are suggested as reps write them, in English and German', () => {
    const written = {
      no_budget: ['Price', 'Too expensive', 'No Budget / Lost Funding', 'Zu teuer', 'Preis', 'Kein Budget'],
      competitor: [
        'Went with competitor',
        'Competition',
        'Chose another provider',
        'Wettbewerb',
        'An Mitbewerber verloren',
        'Konkurrenz',
        'Anderen Anbieter gefunden',
      ],
      no_decision: [
        'Timing',
        'Not now',
        'No Decision / Non-Responsive',
        'Falscher Zeitpunkt',
        'Projekt verschoben',
        'Keine Entscheidung',
      ],
      unreachable: ['Lack of response', 'Unresponsive', 'Keine Rückmeldung', 'Nicht erreichbar'],
      no_fit: [
        'Not a good fit',
        'Missing features',
        'No interest',
        'Kein Bedarf',
        'Passt nicht',
        'Fehlende Funktionen',
      ],
      wrong_person: ['Wrong contact', 'Falscher Ansprechpartner'],
      duplicate: ['Duplikat', 'Dublette'],
      other: ['Other reason', 'Sonstiges', 'Anderer Grund'],
    }
    for (const [reason, theirs] of Object.entries(written))
      expect(suggestWords('reason', theirs)).toEqual(Object.fromEntries(theirs.map((value) => [value, reason])))
    expect(suggestWords('reason', ['Ferien', 'x', ''])).toEqual({})
  })
})

describe('a mapping is checked', () => {
  const headers = ['mql_id', 'date', 'origin']
  const refusal = (mapping: Mapping, kind: ImportKind = 'touchpoints') => {
    try {
      checkMapping(kind, headers, mapping)
    } catch (error) {
      return error instanceof DomainError ? error.fields : error
    }
    return null
  }

  test('columns that are mapped to nothing are kept, theirs becomes ours in any case', () => {
    const checked = checkMapping('touchpoints', headers, {
      columns: { mql_id: 'lead.externalId', origin: 'channel', date: null },
      values: { channel: { 'Paid Search': 'advertising' } },
    })
    expect(checked.columns).toEqual(['lead.externalId', null, 'channel'])
    expect(checked.values.get('channel')?.get('paid search')).toBe('advertising')
  })

  test('unknown fields, headers that are not there, and two columns for one field are refused', () => {
    expect(refusal({ columns: { mql_id: 'lead.externalId', origin: 'stage', colour: 'channel' } })).toMatchObject({
      'mapping.columns.origin': expect.stringMatching(/no field stage/) as string,
      'mapping.columns.colour': 'The file has no column colour.',
    })
    expect(refusal({ columns: { mql_id: 'lead.externalId', origin: 'channel', date: 'channel' } })).toMatchObject({
      'mapping.columns.date': 'Two columns are mapped to channel. Choose one.',
    })
  })

  test('a refusal calls fields by their keys, on pages by their labels', () => {
    const twice = { columns: { mql_id: 'lead.externalId', date: 'lead.externalId' } }
    expect(refusal(twice)).toMatchObject({
      'mapping.columns.date': 'Two columns are mapped to lead.externalId. Choose one.',
    })
    expect(() => checkMapping('touchpoints', headers, twice, { inLabels: true })).toThrow(
      'Two columns are mapped to “Lead: external id”. Choose one.',
    )
    expect(() => checkMapping('outcomes', headers, { columns: {} }, { inLabels: true })).toThrow(
      'Map one to “Lead: external id” or “Lead: email”.',
    )
    expect(refusal({ columns: { mql_id: 'externalId' }, orByEmail: true }, 'leads')).toHaveProperty([
      'mapping.orByEmail',
    ])
  })

  test('words that are none of ours are refused, in values and defaults', () => {
    expect(
      refusal({
        columns: { mql_id: 'lead.externalId' },
        values: { channel: { x: 'fax' } },
        defaults: { channel: 'fax', colour: 'red' },
      }),
    ).toMatchObject({
      'mapping.values.channel.x': expect.stringMatching(/none of advertising/) as string,
      'mapping.defaults.channel': expect.stringMatching(/none of advertising/) as string,
      'mapping.defaults.colour': expect.stringMatching(/no field colour/) as string,
    })
  })

  test('without a column that says who, or what, nothing can be imported; a default can say what', () => {
    expect(refusal({ columns: { origin: 'channel' } })).toEqual({
      'mapping.columns': expect.stringMatching(/whom the touches/) as string,
    })
    expect(refusal({ columns: { mql_id: 'lead.externalId' } })).toEqual({
      'mapping.columns': expect.stringMatching(/what kind of touch/) as string,
    })
    expect(refusal({ columns: { mql_id: 'lead.externalId' }, defaults: { channel: 'email' } })).toBeNull()
    expect(refusal({ columns: { origin: 'source' } }, 'leads')).toEqual({
      'mapping.columns': expect.stringMatching(/who the leads are/) as string,
    })
  })
})

test('the number of employees as HubSpot, Salesforce, Zoho and Pipedrive call it; a size in ranges is none', () => {
  const header = 'Number of Employees'
  for (const name of [header, 'Employees', 'No. of Employees', 'Organization - Number of employees'])
    expect(byName([name], 'leads', [[''], ['25']])).toEqual(['company.employees'])
  expect(byName([header], 'leads', [[''], ['5-25']])).toEqual([null])
})
