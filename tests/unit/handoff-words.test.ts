import { describe, expect, test } from 'vitest'
import { handoffNews } from '@/lib/handoffs/handoff-news'
import type { HandoffShape } from '@/lib/handoffs/handoff-shape'
import { stateInWords } from '@/lib/handoffs/state-in-words'

const zone = 'Europe/Stockholm'
const now = new Date('2026-11-23T11:00:00Z')
const [sam, sara] = [
  { id: 'sam', name: 'Sam' },
  { id: 'sara', name: 'Sara' },
]

const handoff = (changes: Partial<HandoffShape>): HandoffShape => ({
  id: 'h',
  leadId: 'l',
  lead: {
    id: 'l',
    name: 'Ines Vidal',
    title: null,
    company: null,
    stage: 'WARM',
    touchCount: 3,
    ticks: 'MMM',
    outcome: 'OPEN',
    lastTouchAt: null,
  },
  status: 'WAITING',
  origin: 'automatic',
  kind: null,
  reason: null,
  note: null,
  offerNote: null,
  offeredAt: new Date('2026-11-23T09:00:00Z'),
  offeredBy: null,
  offerTouchCount: 3,
  dueAt: new Date('2026-11-23T13:00:00Z'),
  overdue: false,
  givenTo: null,
  reserved: false,
  passedOver: null,
  acceptedAt: null,
  returnedAt: null,
  returnedBy: null,
  withdrawnAt: null,
  withdrawnBy: null,
  closedAt: null,
  wakeOn: null,
  rep: null,
  answer: null,
  settlement: null,
  answerNote: null,
  answeredAt: null,
  answeredBy: null,
  previousId: null,
  touchDueAt: null,
  quality: null,
  answerDueAt: null,
  ...changes,
})

const accepted = handoff({ status: 'ACCEPTED', rep: sam, acceptedAt: new Date('2026-11-23T09:42:00Z') })

describe('what is told after a press of a button', () => {
  test('the winner has the lead, the other is told who has it and since when', () => {
    expect(handoffNews(accepted, 'sam', now, zone)).toMatchObject({ kind: 'good', title: 'You have Ines Vidal now.' })
    expect(handoffNews(accepted, 'sara', now, zone)).toMatchObject({
      kind: 'warn',
      title: 'Sam has this lead since 10:42.',
    })
  })

  test('a return says why, and who it was when it was somebody else', () => {
    const returned = handoff({ status: 'RETURNED', kind: 'repair', reason: 'wrong_person', returnedBy: sara })
    expect(handoffNews(returned, 'sara', now, zone).title).toBe('Ines Vidal is back with Marketing: wrong person.')
    expect(handoffNews(returned, 'sam', now, zone).title).toBe('Sara sent Ines Vidal back: wrong person.')
    expect(handoffNews({ ...returned, answer: 'disputed' }, 'sam', now, zone).title).toBe(
      'The repair of Ines Vidal is answered: disputed.',
    )
  })

  test('an offer that went is told as such', () => {
    expect(handoffNews(handoff({ status: 'WITHDRAWN' }), 'sam', now, zone).title).toBe(
      'The offer of Ines Vidal is withdrawn.',
    )
  })
})

describe('how a handoff stands', () => {
  test('with whom, since when, after how long', () => {
    expect(stateInWords(accepted, now, zone)).toBe('With Sam since 10:42, after 42 min')
  })

  test('withdrawn by a person or by itself; won by whom', () => {
    const withdrawnAt = new Date('2026-11-12T09:00:00Z')
    expect(stateInWords(handoff({ status: 'WITHDRAWN', withdrawnAt }), now, zone)).toBe('Withdrawn by itself 12 Nov')
    const won = handoff({ status: 'CLOSED', rep: sara, closedAt: withdrawnAt })
    expect(stateInWords({ ...won, lead: { ...won.lead, outcome: 'WON' } }, now, zone)).toBe('Won by Sara 12 Nov')
  })
})
