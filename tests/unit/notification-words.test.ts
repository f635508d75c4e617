import { expect, test } from 'vitest'
import { mailContent } from '@/lib/mail/mail-content'
import { kindsOf } from '@/lib/notifications/kinds'
import { notificationInWords } from '@/lib/notifications/in-words'
import type { Role } from '@/prisma/generated/enums'

const told = {
  who: 'Max',
  at: new Date('2026-11-23T12:50:00Z'),
  count: 1,
  lead: 'Ines Berg',
  leadId: '01a2',
  timeZone: 'Europe/Stockholm',
}

test('one is told with its lead and leads there, several with their number and lead to their list', () => {
  const data = { as: 'owner' } as const
  const own = 'You own it now.'
  expect(notificationInWords('lead_given', { ...told, data })).toEqual({
    title: 'Max gave you Ines Berg',
    detail: own,
    path: '/leads/01a2',
  })
  expect(notificationInWords('lead_given', { ...told, count: 312, lead: '', leadId: null, data })).toEqual({
    title: 'Max gave you 312 leads',
    detail: own,
    path: '/leads?owner=me',
  })
})

test('times are those of the company, and what Baton does by a rule has no name', () => {
  const broken = { promise: 'accept', dueAt: '2026-11-23T12:50:00Z' } as const
  expect(notificationInWords('promise_broken', { ...told, who: null, data: broken })).toMatchObject({
    title: 'Sales has not answered the offer of Ines Berg in time',
    detail: 'It was due Mon 23 Nov 2026, 13:50.',
  })
})

test('each role hears of what concerns it', () => {
  const everybody = ['lead_given', 'settled', 'promise_broken', 'task_due']
  const marketing = [...everybody, 'accepted', 'repair', 'sent_back', 'lead_woke', 'closed']
  const manager = [...marketing, 'to_settle', 'escalated']
  const heard = { rep: [...everybody, 'hot_waiting', 'offer_given'], marketer: marketing, manager, admin: manager }
  for (const [role, kinds] of Object.entries(heard)) expect(kindsOf(role as Role).toSorted()).toEqual(kinds.toSorted())
})

test('a subject is one line of at most 150 characters', () => {
  const item = { title: `A\r\nBcc: x${'y'.repeat(300)}`, detail: null, about: null, href: 'http://baton.example/' }
  const { subject } = mailContent({ items: [item], digestOf: null, company: 'Lanewise', choicesHref: 'http://x/' })
  expect(subject).toMatch(/^A Bcc: xy+…$/)
  expect(subject).toHaveLength(150)
})
