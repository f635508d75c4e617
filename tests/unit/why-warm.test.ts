import { expect, test } from 'vitest'
import { type CountingTouch, whyWarm } from '@/lib/handoffs/why-warm'

const now = new Date('2026-11-23T10:00:00Z')
const day = (of: string) => new Date(`2026-11-${of}T09:00:00Z`)
const touch = (channel: CountingTouch['channel'], on: string, more: Partial<CountingTouch> = {}): CountingTouch => ({
  channel,
  direction: 'outbound',
  engaged: false,
  campaign: null,
  occurredAt: day(on),
  ...more,
})
const offer = { offeredAt: day('22'), offeredBy: null, offerTouchCount: 3 }
const why = (touches: CountingTouch[], more = {}) => whyWarm({ touches, offer, repaired: null, ...more }, now, 'UTC')

test('it says what was done, what the lead came with and what it responded to, the latest first', () => {
  expect(
    why([
      touch('email', '01'),
      touch('email', '05', { engaged: true }),
      touch('webinar', '11', { engaged: true, campaign: 'Freight Day' }),
      touch('web_form', '22', { direction: 'inbound', engaged: true }),
    ]),
  ).toEqual([
    '4 touches in 22 days: Email (2), Webinar, Web form.',
    'Came to us by Web form yesterday.',
    'Responded to Webinar “Freight Day” 12 days ago, Email 18 days ago.',
    'Offered by itself yesterday, at 3 touches.',
  ])
})

test('silence is said too, and of many responses only how many more there are', () => {
  expect(why([touch('email', '20'), touch('email', '20')])).toContain('It has not responded to any of them yet.')
  expect(why([touch('email', '20')])[0]).toBe('1 touch: Email.')
  expect(why([])[0]).toBe('No touch counts yet.')
  const many = ['01', '02', '03', '04', '05'].map((on) => touch('email', on, { engaged: true }))
  expect(why(many)[1]).toBe('Responded to Email 18 days ago, Email 19 days ago, Email 20 days ago, 2 more.')
})

test('of a lead that was sent back for repair it says what was wrong and what Marketing answered', () => {
  const [sara, mia] = ['Sara', 'Mia'].map((name) => ({ id: name, name }))
  const repaired = {
    reason: 'bad_data' as const,
    note: null,
    returnedBy: sara ?? null,
    answeredBy: mia ?? null,
    answerNote: 'New number',
  }
  const said = why([touch('email', '20')], { offer: { ...offer, offeredBy: mia }, repaired })
  expect(said.slice(-3)).toEqual([
    'Offered by Mia yesterday, at 3 touches.',
    'Sara had sent it back for repair: data is wrong.',
    'Mia answered: New number.',
  ])
})
