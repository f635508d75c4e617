import { describe, expect, test } from 'vitest'
import { describeChange } from '@/lib/activity/describe-change'
import { filtersInWords } from '@/lib/leads/filter-words'
import { oddDates, whereabouts } from '@/lib/leads/whereabouts'
import { loggedInWords, touchInWords } from '@/lib/touchpoints/touch-in-words'

const zone = 'Europe/Stockholm'
const now = new Date('2026-11-23T11:00:00Z')
const sam = { id: 's', name: 'Sam' }
const lead = {
  outcome: 'OPEN' as const,
  desk: 'MARKETING' as const,
  owner: { id: 'm', name: 'Mia' },
  rep: null,
  lostReason: null,
  closedAt: null,
  wakeOn: null,
  createdAt: new Date('2026-10-01T08:00:00Z'),
}
const handoff = {
  status: 'WAITING' as const,
  kind: null,
  reason: null,
  offeredAt: new Date('2026-11-23T09:42:00Z'),
  acceptedAt: null,
  returnedAt: null,
  returnedBy: null,
  rep: null,
  givenTo: null,
  reserved: false,
}
const where = (changes: object, last: object | null = null) =>
  whereabouts({ ...lead, ...changes }, last ? { ...handoff, ...last } : null, now, zone)

describe('where a lead is, in words', () => {
  test('with Marketing, waiting, with Sales since', () => {
    expect(where({})).toBe('With Marketing · Mia')
    expect(where({ desk: 'QUEUE' }, {})).toBe('Waiting for Sales since 10:42')
    const accepted = { status: 'ACCEPTED', acceptedAt: new Date('2026-11-12T09:00:00Z'), rep: sam }
    expect(where({ desk: 'SALES', rep: sam }, accepted)).toBe('With Sales · Sam since 12 Nov')
    expect(where({ desk: 'SALES', rep: sam })).toBe('With Sales · Sam')
  })

  test('sent back: by whom, when, why, and when it wakes', () => {
    const returned = { status: 'RETURNED', kind: 'recycle', reason: 'no_budget', returnedBy: sam, returnedAt: now }
    expect(where({ wakeOn: '2027-03-01' }, returned)).toBe(
      'With Marketing · Mia · sent back by Sam 12:00: no budget, wakes on 1 Mar 2027',
    )
  })

  test('closed: how, when, why, by whose hand', () => {
    const closedAt = new Date('2026-11-12T09:00:00Z')
    expect(where({ outcome: 'WON', closedAt, rep: sam })).toBe('Won 12 Nov · Sam')
    expect(where({ outcome: 'LOST', closedAt, lostReason: 'competitor' })).toBe('Lost 12 Nov: went to a competitor')
  })

  test('a win before the creation is told', () => {
    expect(oddDates(lead, zone)).toEqual([])
    expect(oddDates({ ...lead, outcome: 'WON', closedAt: new Date('2026-09-01T08:00:00Z') }, zone)).toEqual([
      'Recorded as won on 1 Sep 2026, before it was created on 1 Oct 2026.',
    ])
  })
})

describe('history in words', () => {
  test('names who did it, and why', () => {
    expect(describeChange({ type: 'handoff_accepted', data: { afterMinutes: 22 } }, 'Sam', 'UTC')).toEqual({
      title: 'Sam accepted the lead',
      detail: 'after 22 min',
    })
    const data = { kind: 'repair', reason: 'wrong_person', note: 'Ask for the buyer' } as const
    expect(describeChange({ type: 'handoff_returned', data }, 'Sam', 'UTC').detail).toBe(
      'Repair: wrong person · Ask for the buyer',
    )
    expect(describeChange({ type: 'lead_offered', data: { origin: 'automatic' } }, null, 'UTC').title).toBe(
      'Offered to Sales by itself',
    )
  })

  test('an edit says what changed, from and to', () => {
    const changes = { title: { from: null, to: 'CFO' }, tags: { from: ['a', 'b'], to: [] } }
    expect(describeChange({ type: 'lead_edited', data: { changes } }, 'Max', 'UTC').detail).toBe(
      'title: nothing to CFO · tags: a, b to nothing',
    )
  })

  test('a stage rises or falls', () => {
    const change = (from: 'COLD' | 'HOT', to: 'WARM' | 'COLD') =>
      describeChange({ type: 'stage_changed', data: { from, to, touchCount: 1 } }, null, 'UTC')
    expect(change('COLD', 'WARM')).toEqual({ title: 'Became warm', detail: '1 touch counts' })
    expect(change('HOT', 'COLD').title).toBe('Fell back to cold')
  })
})

describe('a touch in words', () => {
  const touch = {
    channel: 'webinar',
    direction: 'outbound',
    note: null,
    campaign: null,
    engaged: false,
    occurredAt: now,
  } as const
  test('its note, else what it was', () => {
    expect(touchInWords({ ...touch, note: 'Asked for pricing' })).toBe('Asked for pricing')
    expect(touchInWords({ ...touch, campaign: 'Customs', engaged: true })).toBe('Webinar: Customs, responded')
  })

  test('what it led to', () => {
    const cold = { stage: 'COLD', desk: 'MARKETING', firstName: 'Ines', name: 'Ines Vidal' } as const
    expect(loggedInWords(cold, cold)).toBe('Touch logged.')
    expect(loggedInWords(cold, { ...cold, stage: 'WARM', desk: 'QUEUE' })).toBe(
      'Touch logged. Ines is now warm and offered to Sales.',
    )
    expect(loggedInWords({ ...cold, stage: 'WARM' }, { ...cold, stage: 'HOT', firstName: null })).toBe(
      'Touch logged. Ines Vidal is now hot.',
    )
  })
})

test('the leads behind a figure of a campaign or a channel are told as such, and taken away as one', () => {
  const filters = { campaign: 'c', campaignFigure: 'accepted', channel: 'email', channelFigure: 'engaged' } as const
  expect(filtersInWords(filters, { campaign: 'Hannover fair' }, zone)).toEqual([
    { label: 'Campaign: Hannover fair, accepted', parameters: ['campaign', 'campaignFigure'] },
    { label: 'Channel: Email, responded', parameters: ['channel', 'channelFigure'] },
  ])
})

test('the leads behind a part in the wins, and behind a way to come to a lead, are told as such', () => {
  expect(filtersInWords({ channel: 'email', credit: 'first', approach: 'cold' }, {}, zone)).toEqual([
    { label: 'Channel: Email', parameters: ['channel', 'channelFigure'] },
    { label: 'Wins: first touch of a win', parameters: ['credit'] },
    { label: 'Approach: approached cold by Sales', parameters: ['approach'] },
  ])
})
