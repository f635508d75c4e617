import { describe, expect, test } from 'vitest'
import { csvReader } from '@/lib/imports/csv-reader'
import { parseMoment } from '@/lib/imports/moments'
import { columnsByName, suggestMapping } from '@/lib/imports/suggest-mapping'
import { suggestWords } from '@/lib/imports/suggest-words'
import { tableRows } from '@/lib/imports/table-end'
import type { ImportKind } from '@/prisma/generated/enums'

/** The fields of the columns of an export, those that become none left out. */
function fieldsOf(kind: ImportKind, headers: string[]) {
  const columns = Object.entries(columnsByName(headers, [], kind))
  return Object.fromEntries(columns.filter(([, field]) => field !== null))
}

// Headers as the exports of these systems have them, in their order.
describe('the export of contacts or leads', () => {
  test('of HubSpot', () => {
    const headers =
      'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Last Activity Date,Lead Status,Marketing contact status,Create Date,Associated Company IDs,Associated Company,Job Title,Original Traffic Source'
    expect(fieldsOf('leads', headers.split(','))).toEqual({
      'Record ID': 'externalId',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Email: 'email',
      'Phone Number': 'phone',
      'Create Date': 'createdAt',
      'Associated Company': 'company.name',
      'Job Title': 'title',
      'Original Traffic Source': 'source',
    })
  })

  test('of Salesforce, by report and by data loader', () => {
    const report =
      'Lead ID,First Name,Last Name,Title,Company / Account,Email,Phone,Street,Lead Source,Rating,Lead Owner,Lead Status,Created Date,Website'
    expect(fieldsOf('leads', report.split(','))).toEqual({
      'Lead ID': 'externalId',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Title: 'title',
      'Company / Account': 'company.name',
      Email: 'email',
      Phone: 'phone',
      'Lead Source': 'source',
      'Created Date': 'createdAt',
      Website: 'company.domain',
    })
    const loader = 'ID,FIRSTNAME,LASTNAME,COMPANY,EMAIL,LEADSOURCE,STATUS,OWNERID,CREATEDDATE'
    expect(Object.values(fieldsOf('leads', loader.split(',')))).toEqual([
      'externalId',
      'firstName',
      'lastName',
      'company.name',
      'email',
      'source',
      'createdAt',
    ])
  })

  test('of Zoho', () => {
    const headers =
      'Record Id,Lead Owner.id,Lead Owner,Company,First Name,Last Name,Designation,Email,Phone,Website,Lead Source,Lead Status,Created Time,Tag'
    expect(fieldsOf('leads', headers.split(','))).toEqual({
      'Record Id': 'externalId',
      Company: 'company.name',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Designation: 'title',
      Email: 'email',
      Phone: 'phone',
      Website: 'company.domain',
      'Lead Source': 'source',
      'Created Time': 'createdAt',
      Tag: 'tags',
    })
  })

  test('of Pipedrive', () => {
    const headers =
      'Person - ID,Person - Name,Person - Label,Person - Organization,Person - Email - Work,Person - Phone - Work,Person - Person created,Person - Owner'
    expect(fieldsOf('leads', headers.split(','))).toEqual({
      'Person - ID': 'externalId',
      'Person - Name': 'name',
      'Person - Organization': 'company.name',
      'Person - Email - Work': 'email',
      'Person - Phone - Work': 'phone',
      'Person - Person created': 'createdAt',
    })
  })
})

test('the export of deals says who, how it ended, when and why', () => {
  const salesforce = 'Opportunity Name,Stage,Close Date,Amount,Amount Currency,Contact: Email,Loss Reason'
  expect(Object.values(fieldsOf('outcomes', salesforce.split(','))).sort()).toEqual([
    'closedAt',
    'currency',
    'lead.email',
    'outcome',
    'reason',
    'value',
  ])
  const pipedrive =
    'Deal - Status,Deal - Value,Deal - Currency of Value,Deal - Deal closed on,Deal - Lost reason,Person - Email - Work'
  expect(Object.values(fieldsOf('outcomes', pipedrive.split(','))).sort()).toEqual([
    'closedAt',
    'currency',
    'lead.email',
    'outcome',
    'reason',
    'value',
  ])
})

test('in an export of deals a record is the deal: the lead is the contact, and the status goes before the stage', () => {
  const hubspot = 'Record ID,Deal Name,Deal Stage,Close Date,Amount,Associated Contact IDs,Associated Contact'
  expect(fieldsOf('outcomes', hubspot.split(','))).toEqual({
    'Deal Stage': 'outcome',
    'Close Date': 'closedAt',
    Amount: 'value',
    'Associated Contact IDs': 'lead.externalId',
  })
  const zoho = 'Record Id,Deal Owner,Deal Name,Closing Date,Stage,Amount,Reason For Loss'
  expect(Object.values(suggestMapping(zoho.split(','), [['1'], ['2']], 'outcomes'))).not.toContain('lead.externalId')
  const pipedrive = 'Deal - ID,Deal - Stage,Deal - Status,Deal - Won time,Person - ID'
  expect(fieldsOf('outcomes', pipedrive.split(','))).toEqual({
    'Deal - Status': 'outcome',
    'Deal - Won time': 'closedAt',
    'Person - ID': 'lead.externalId',
  })
  const calls = 'Record ID,Call Title,Activity date,Call Direction,Associated Contact IDs'
  expect(fieldsOf('touchpoints', calls.split(','))).toEqual({
    'Record ID': 'externalId',
    'Activity date': 'occurredAt',
    'Call Direction': 'direction',
    'Associated Contact IDs': 'lead.externalId',
  })
})

describe('their words and ours', () => {
  const meaning = (field: 'outcome' | 'channel' | 'reason' | 'direction', ours: Record<string, string[]>) => {
    const theirs = Object.values(ours).flat()
    const expected = Object.fromEntries(Object.entries(ours).flatMap(([word, all]) => all.map((one) => [one, word])))
    expect(suggestWords(field, theirs)).toEqual(expected)
  }

  test('stages and statuses', () => {
    meaning('outcome', {
      won: ['Closed Won', 'closedwon', 'Won', 'Closed - Converted', 'Customer'],
      lost: [
        'Closed Lost',
        'closedlost',
        'Lost',
        'Closed - Not Converted',
        'UNQUALIFIED',
        'Junk Lead',
        'Lost Lead',
        'Not Qualified',
        'Closed Lost to Competition',
      ],
      open: [
        'NEW',
        'OPEN',
        'IN_PROGRESS',
        'ATTEMPTED_TO_CONTACT',
        'CONNECTED',
        'BAD_TIMING',
        'Open - Not Contacted',
        'Working - Contacted',
        'Contact in Future',
        'Pre-Qualified',
        'Qualified To Buy',
        'Appointment Scheduled',
        'Presentation Scheduled',
        'Decision Maker Bought-In',
        'Contract Sent',
        'Prospecting',
        'Needs Analysis',
        'Value Proposition',
        'Proposal/Price Quote',
        'Negotiation/Review',
      ],
    })
  })

  test('sources and activities', () => {
    meaning('channel', {
      content: ['ORGANIC_SEARCH', 'DIRECT_TRAFFIC', 'Web Download'],
      advertising: ['PAID_SEARCH', 'Advertisement'],
      social_media: ['SOCIAL_MEDIA', 'PAID_SOCIAL', 'Facebook'],
      referral: ['REFERRALS', 'AI_REFERRALS', 'Partner', 'Employee Referral', 'External Referral'],
      email: ['EMAIL_MARKETING', 'Email', 'INCOMING_EMAIL'],
      networking: ['Trade Show', 'Internal Seminar'],
      cold_call: ['CALL', 'Cold Call', 'Phone Inquiry'],
      meeting: ['MEETING', 'Lunch'],
      web_form: ['Web', 'Chat'],
      public_relations: ['Public Relations'],
    })
    expect(suggestWords('channel', ['Other', 'OFFLINE', 'Purchased List'])).toEqual({})
  })

  test('reasons and directions', () => {
    meaning('reason', {
      no_budget: ['Price', 'Too expensive', 'No Budget / Lost Funding'],
      competitor: ['Lost to Competitor'],
      no_decision: ['No Decision / Non-Responsive', 'Bad timing'],
      unreachable: ['No response', 'Went dark'],
      no_fit: ['Missing feature', 'Not interested'],
    })
    meaning('direction', { inbound: ['INBOUND', 'Incoming'], outbound: ['Outbound', 'OUTGOING'] })
  })
})

test('what a report of Salesforce has below its table is none of its rows, wherever the file is cut into pieces', () => {
  const table = 'Lead ID,Last Name,Company\n1,Berg,Norrland\n\n2\nOnly,,\n3,Holm,\n'
  const below = [
    '"Leads, all"',
    '"Copyright (c) 2000-2018 salesforce.com, inc. All rights reserved."',
    '"Confidential Information - Do Not Distribute"',
    '"Generated By:  Mia  6/30/2018 4:02 PM"',
    '"Norrland"',
  ].join('\n')
  const firstCells = (text: string, piece: number) => {
    const [reader, rows] = [csvReader(','), tableRows()]
    const read = []
    for (let at = 0; at < text.length; at += piece) read.push(...rows.push(reader.push(text.slice(at, at + piece))))
    read.push(...rows.push(reader.end()), ...rows.end())
    return read.map(({ cells }) => cells[0])
  }
  const all = ['Lead ID', '1', '2', 'Only', '3']
  for (const piece of [1, 7, 1000]) {
    expect(firstCells(table, piece)).toEqual(all)
    expect(firstCells(`${table}\n\n${below}\n`, piece)).toEqual(all)
    expect(firstCells(`${table}Grand Totals (3 records)\n${below}`, piece)).toEqual(all)
    expect(firstCells(`${table}Leads of mine`, piece)).toEqual([...all, 'Leads of mine'])
  }
})

test('their dates are read', () => {
  const noon = '2026-03-01T14:05:00.000Z'
  const written = [
    '2026-03-01 14:05',
    '03/01/2026 2:05 PM',
    '3/1/2026, 2:05 PM',
    'Mar 1, 2026 2:05 PM',
    '2026-03-01T14:05:00.000+0000',
  ]
  for (const text of written) expect(parseMoment(text, 'UTC', 'month first')?.toISOString(), text).toBe(noon)
  expect(parseMoment('Mar 1, 2026', 'UTC')?.toISOString()).toBe('2026-03-01T00:00:00.000Z')
})
