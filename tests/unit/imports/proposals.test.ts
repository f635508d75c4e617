import { describe, expect, test } from 'vitest'
import { fileObserver } from '@/lib/imports/file-shape'
import { isDealsFile } from '@/lib/imports/deals-file'
import { mappingFormInput } from '@/lib/imports/mapping-form-input'
import { proposeMapping } from '@/lib/imports/propose-mapping'
import { formFields } from '@/lib/forms/form-fields'
import type { ImportKind } from '@/prisma/generated/enums'

const people = ['max@baton.example']

/** What the page proposes for a file of these rows, the header first, cells apart by bars. */
function proposalOf(rows: string[], kind: ImportKind = 'outcomes') {
  const [headers = [], ...cells] = rows.map((row) => row.split('|'))
  const observer = fileObserver(headers, { encoding: 'utf-8', delimiter: '|' })
  cells.forEach((row, nth) => observer.see({ line: nth + 2, cells: row }))
  const { columns, wordFields, orByEmail } = proposeMapping(observer.result().shape, kind, { saved: null, people })
  const wordsOf = (name: string) => wordFields.find(({ field }) => field === name)
  return {
    orByEmail,
    fields: Object.fromEntries(columns.flatMap(({ header, field }) => (field ? [[field, header]] : []))),
    defaults: Object.fromEntries(wordFields.flatMap(({ field, chosen }) => (chosen ? [[field, chosen]] : []))),
    words: (field: string, header: string) => wordsOf(field)?.suggested[header],
  }
}

describe('a file of deals is known by its headers', () => {
  const deals = {
    HubSpot: 'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Associated Contact IDs',
    'Salesforce by report': 'Opportunity Name,Account Name,Stage,Amount,Close Date,Contact: Email',
    'Salesforce by data loader': 'ID,ACCOUNTID,NAME,STAGENAME,AMOUNT,CLOSEDATE,CONTACTID',
    Zoho: 'Record Id,Deal Owner,Deal Name,Closing Date,Stage,Amount,Contact Name.id,Contact Name,Reason For Loss',
    Pipedrive: 'Deal - ID,Deal - Title,Deal - Status,Deal - Value,Person - Name,Person - Email - Work',
    'wins by id': 'mql_id,seller_id,won_date,declared_monthly_revenue',
  }
  test.each(Object.entries(deals))('%s', (_, headers) => {
    expect(isDealsFile(headers.split(','), [])).toBe(true)
  })

  const others = {
    'contacts of HubSpot': 'Record ID,First Name,Last Name,Email,Lead Status,Close Date,Recent Deal Amount',
    'people of Pipedrive': 'Person - ID,Person - Name,Person - Email - Work,Person - Won deals,Person - Open deals',
    'leads with the day of their win': 'Email,Name,Won date',
    'leads by id': 'mql_id,first_contact_date,landing_page_id,origin',
    calls: 'Record ID,Call Title,Activity date,Call Direction,Associated Deal IDs',
  }
  test.each(Object.entries(others))('not %s', (_, headers) => {
    expect(isDealsFile(headers.split(','), [])).toBe(false)
  })
})

describe('what is proposed for a file of deals', () => {
  const salesforce = [
    'Opportunity ID|Opportunity Name|Account Name|Contact ID|Email|Stage|Amount|Close Date|Lost Reason',
    '0061|Acme|Acme|0031|a@x.se|Closed Won|5|1/31/2026|',
    '0062|Acme|Acme|0032|b@x.se|Closed Lost|5|1/31/2026|Price',
    '0063|Acme|Acme|0033|c@x.se|Angebot|5|1/31/2027|Merger',
    '0064|Acme|Acme|0034|d@x.se|Closed|5|1/31/2026|',
  ]

  test('ids that nobody has go by the email, and a loss without a reason has another one', () => {
    const { fields, defaults, orByEmail } = proposalOf(salesforce)
    expect(orByEmail).toBe(true)
    expect(fields).toMatchObject({ 'lead.externalId': 'Contact ID', 'lead.email': 'Email', outcome: 'Stage' })
    expect(defaults).toEqual({ reason: 'other' })
  })

  test('a stage that ends no deal leaves its row out; one that ends it unsaid how is left to the person', () => {
    const { words } = proposalOf(salesforce)
    expect(words('outcome', 'Stage')).toEqual({ 'Closed Won': 'won', 'Closed Lost': 'lost', Angebot: 'skip' })
    expect(words('reason', 'Lost Reason')).toEqual({ Price: 'no_budget', Merger: 'other' })
    expect(proposalOf(['Email|Status', 'a@x.se|Open']).words('outcome', 'Status')).toEqual({ Open: 'open' })
  })

  test('the id of a deal, a company or a colleague is never that of a lead', () => {
    const rows = ['Opportunity ID|Opportunity Name|Account ID|Owner ID|Stage', '1|a|2|3|Won', '4|b|5|6|Lost']
    expect(proposalOf(rows).fields).toEqual({ outcome: 'Stage' })
  })

  test('reasons written at length become the note', () => {
    const lost = (count: number, why: string) =>
      proposalOf([
        'Email|Outcome|Lost reason',
        ...Array.from({ length: count }, (_, n) => `${n}@x.se|lost|${why} ${n}`),
      ])
    for (const count of [20, 70]) {
      const { fields, defaults } = lost(count, 'They said')
      expect(fields).toEqual({ 'lead.email': 'Email', outcome: 'Outcome', note: 'Lost reason' })
      expect(defaults).toEqual({ reason: 'other' })
    }
    expect(lost(3, 'They said').fields).toHaveProperty('reason', 'Lost reason')
    expect(lost(20, 'Price too high, by').fields).toHaveProperty('reason', 'Lost reason')
  })

  test('wins alone need no reason of a loss', () => {
    expect(proposalOf(['mql_id|won_date', 'a|2026-01-01', 'b|2026-01-02']).defaults).toEqual({ outcome: 'won' })
  })
})

test('reps and owners are proposed where one of them is known here', () => {
  const rep = (...emails: string[]) =>
    proposalOf(['Email|Outcome|Rep', ...emails.map((it) => `a@x.se|won|${it}`)]).fields
  expect(rep('Max@baton.example', 'gone@old.example')).toHaveProperty('rep', 'Rep')
  expect(rep('gone@old.example')).not.toHaveProperty('rep')
  expect(proposalOf(['Email|Owner', 'a@x.se|gone@old.example'], 'leads').fields).toEqual({ email: 'Email' })
})

test('the form of the page says by which words the refusal is to call its fields', () => {
  const form = new FormData()
  form.set('column:Email', 'lead.email')
  form.set('orByEmail', 'on')
  expect(mappingFormInput(formFields(form))).toMatchObject({
    mapping: { columns: { Email: 'lead.email' }, orByEmail: true },
    inLabels: true,
  })
})
