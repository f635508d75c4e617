import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { acceptHandoff } from '@/lib/handoffs/accept-handoff'
import { answerRepair } from '@/lib/handoffs/answer-repair'
import { noticeBreaches } from '@/lib/handoffs/notice-breaches'
import { offerLead } from '@/lib/handoffs/offer-lead'
import { returnHandoff } from '@/lib/handoffs/return-handoff'
import { assignLead } from '@/lib/leads/assign-lead'
import { closeLead } from '@/lib/leads/close-lead'
import { createLead } from '@/lib/leads/create-lead'
import { listMails } from '@/lib/mail/list-mails'
import { getMail } from '@/lib/mail/queries'
import { resendMail } from '@/lib/mail/resend-mail'
import { sendMails } from '@/lib/mail/send-mails'
import { writeDigests } from '@/lib/mail/write-digests'
import { chooseNotifications } from '@/lib/notifications/choose-notifications'
import { readNotification } from '@/lib/notifications/read-notification'
import { planTask } from '@/lib/tasks/plan-task'
import { remindOfTasks } from '@/lib/tasks/remind-of-tasks'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import { openPostBox, type PostBox } from '@/tests/integration/mail/post-box'

let cast: Cast
let box: PostBox
beforeAll(async () => {
  cast = await castOf()
  box = await openPostBox()
  process.env.MAIL_FROM = 'Baton <baton@lanewise.example>'
})
afterAll(() => box.close())

let week = 0
beforeEach(async () => {
  week++
  process.env.SMTP_URL = box.url
  box.refuse(null)
  await db.promiseClock.update({ where: { id: 1 }, data: { judgedUntil: on('Mon', '00:00') } })
  await db.breach.deleteMany()
  await db.notification.deleteMany()
  await db.mail.deleteMany()
})

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const on = (day: string, clock: string) =>
  new Date(Date.parse(`2031-03-03T${clock}:00Z`) + (week * 14 + days.indexOf(day)) * 86_400_000)

/** Mails that the post box has taken since the last look: "mia: Sam sent Ines back for repair". */
async function sent(now: Date): Promise<string[]> {
  await sendMails(now)
  return box.taken().map(({ to, subject }) => `${to?.[0]?.address?.split('@')[0]}: ${subject}`)
}

async function repairOf(name: string, now: Date) {
  const { id: leadId } = await createLead(cast.mia, { firstName: name }, { now })
  const { id: handoffId } = await offerLead(cast.mia, { leadId }, { now })
  await returnHandoff(cast.sam, { handoffId, kind: 'repair', reason: 'bad_data' }, { now })
  return { leadId, handoffId }
}

const states = async () => (await db.mail.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state)

test('the mails of a whole story go to the right people, once, with links that lead each to what it is about', async () => {
  for (const who of [cast.mia, cast.sam, cast.max])
    await chooseNotifications(who, {
      choices: (who.id === cast.mia.id
        ? (['accepted', 'repair', 'task_due', 'closed'] as const)
        : who.id === cast.sam.id
          ? (['hot_waiting', 'promise_broken', 'lead_given'] as const)
          : (['promise_broken', 'escalated'] as const)
      ).map((kind) => ({ kind, via: 'mail' })),
    })
  const { id: leadId } = await createLead(
    cast.mia,
    { firstName: 'Ines', lastName: 'Berg' },
    { now: on('Mon', '09:00') },
  )
  for (let n = 0; n < 3; n++) await logTouch(cast.mia, { leadId, channel: 'email' }, { now: on('Mon', '09:00') })
  expect(await sent(on('Mon', '09:01'))).toEqual([])
  for (let n = 0; n < 2; n++) await logTouch(cast.mia, { leadId, channel: 'email' }, { now: on('Mon', '09:02') })
  expect(await sent(on('Mon', '09:02'))).toEqual(['sam: Ines Berg is hot and waits for Sales'])
  const { id: first } = await db.handoff.findFirstOrThrow({ where: { leadId } })
  await acceptHandoff(cast.sam, { handoffId: first }, { now: on('Mon', '09:10') })
  expect(await sent(on('Mon', '09:10'))).toEqual(['mia: Sam accepted Ines Berg'])
  await returnHandoff(
    cast.sam,
    { handoffId: first, kind: 'repair', reason: 'wrong_person', note: 'Ask for the buyer' },
    { now: on('Mon', '09:30') },
  )
  await sendMails(on('Mon', '09:30'))
  const [repair] = box.taken()
  expect(repair).toMatchObject({
    from: { name: 'Baton', address: 'baton@lanewise.example' },
    to: [{ name: 'Mia', address: 'mia@baton.example' }],
    subject: 'Sam sent Ines Berg back for repair',
  })
  for (const body of [repair?.text, repair?.html]) expect(body).toContain('Wrong person · Ask for the buyer')
  const [, link, id] = /(http:\/\/127\.0\.0\.1:3000\/notifications\/([0-9a-f-]{36}))/.exec(repair?.text ?? '') ?? []
  expect(repair?.html).toContain(`href="${link}"`)
  expect(await readNotification(cast.mia, { notificationId: id })).toMatchObject({ path: `/leads/${leadId}` })
  await expect(readNotification(cast.sam, { notificationId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })

  await answerRepair(cast.mia, { handoffId: first, answer: 'fixed' }, { now: on('Mon', '10:00') })
  const { id: second } = await db.handoff.findFirstOrThrow({ where: { leadId, status: 'WAITING' } })
  await acceptHandoff(cast.sara, { handoffId: second }, { now: on('Mon', '10:00') })
  // Sara was faster than the mail to Sam about a lead that waits.
  expect(await sent(on('Mon', '10:01'))).toEqual(['mia: Sara accepted Ines Berg'])
  await noticeBreaches(on('Mon', '14:01'))
  expect(await sent(on('Mon', '14:02'))).toEqual([])
  expect((await sent(on('Mon', '14:04'))).toSorted()).toEqual([
    'max: Sales has not touched Ines Berg in time',
    'sara: Sales has not touched Ines Berg in time',
  ])
  await noticeBreaches(on('Tue', '10:01'))
  expect(await sent(on('Tue', '10:10'))).toEqual(['max: Sales has still not touched Ines Berg'])
  await planTask(
    cast.mia,
    { leadId, what: 'Ask for a reference', dueAt: on('Tue', '11:00') },
    { now: on('Tue', '10:00') },
  )
  await remindOfTasks(on('Tue', '11:00'))
  expect(await sent(on('Tue', '11:00'))).toEqual(['mia: Due: Ask for a reference'])
  await assignLead(cast.max, { leadId, rep: cast.sam.id }, { now: on('Tue', '12:00') })
  expect(await sent(on('Tue', '12:00'))).toEqual(['sam: Max gave you Ines Berg'])
  await closeLead(cast.sam, { leadId, outcome: 'won' }, { now: on('Tue', '13:00') })
  expect(await sent(on('Tue', '13:00'))).toEqual(['mia: Sam won Ines Berg'])
  expect(await sent(on('Fri', '13:00'))).toEqual([])
})

test('four senders at once send each mail once, and what has no reason any more is not sent', async () => {
  const now = on('Mon', '09:00')
  for (let n = 0; n < 12; n++) await repairOf(`Lead ${n}`, now)
  const gone = await repairOf('Gone', now)
  await answerRepair(cast.mia, { handoffId: gone.handoffId, answer: 'fixed' }, { now })
  await Promise.all(Array.from({ length: 4 }, () => sendMails(now)))
  const subjects = box.taken().map(({ subject }) => subject)
  expect(subjects.toSorted()).toEqual(
    Array.from({ length: 12 }, (_, n) => `Sam sent Lead ${n} back for repair`).toSorted(),
  )
  expect((await states()).filter((state) => state === 'dropped')).toHaveLength(1)
})

test('a server that is away or busy is tried again later with the same Message-ID; one that refuses is not', async () => {
  await repairOf('Ines', on('Mon', '09:00'))
  await repairOf('Per', on('Mon', '09:00'))
  const mail = () => db.mail.findFirstOrThrow({ orderBy: { id: 'asc' } })
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  await sendMails(on('Mon', '09:00'))
  expect(await mail()).toMatchObject({ state: 'waiting', tries: 1, nextTryAt: on('Mon', '09:01') })
  expect((await mail()).failure).toContain('ECONNREFUSED')
  expect(await db.mail.count({ where: { tries: 0 } }), 'the others are not tried against nobody').toBe(1)

  process.env.SMTP_URL = box.url
  box.refuse({ code: 451, sentence: 'Come back later' })
  await sendMails(on('Mon', '09:01'))
  expect(await mail()).toMatchObject({ state: 'waiting', tries: 2, nextTryAt: on('Mon', '09:06') })
  box.refuse(null)
  expect(await sent(on('Mon', '09:05'))).toEqual(['mia: Sam sent Per back for repair'])
  await sendMails(on('Mon', '09:06'))
  const [late] = box.taken()
  expect(late).toMatchObject({
    subject: 'Sam sent Ines back for repair',
    messageId: `<${(await mail()).id}@lanewise.example>`,
  })

  await repairOf('Ola', on('Mon', '10:00'))
  box.refuse({ code: 550, sentence: 'No such mailbox' })
  await sendMails(on('Mon', '10:00'))
  const refused = await db.mail.findFirstOrThrow({ where: { state: 'failed' } })
  expect(refused).toMatchObject({ subject: 'Sam sent Ola back for repair', recipient: 'mia@baton.example' })
  expect(refused.failure).toContain('No such mailbox')
  box.refuse(null)
  expect(await sent(on('Fri', '10:00'))).toEqual([])
})

test('without a server mails are kept as they would have been sent, and an admin sends them when there is one', async () => {
  delete process.env.SMTP_URL
  await repairOf('Ines', on('Mon', '09:00'))
  await sendMails(on('Mon', '09:00'))
  const [kept] = await db.mail.findMany()
  expect(kept).toMatchObject({
    state: 'kept',
    recipient: 'mia@baton.example',
    subject: 'Sam sent Ines back for repair',
  })
  process.env.SMTP_URL = box.url
  expect(await sent(on('Mon', '09:10'))).toEqual([])
  await expect(listMails(cast.max)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const { data } = await listMails(cast.ada, { state: 'kept' })
  expect(data).toMatchObject([{ person: { name: 'Mia' }, subject: 'Sam sent Ines back for repair' }])
  expect((await getMail(cast.ada, data[0]?.id ?? '')).text).toContain('Data is wrong')
  const again = (who: Actor) => resendMail(who, { mailId: data[0]?.id }, { now: on('Mon', '09:20') })
  await expect(again(cast.max)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await again(cast.ada)
  expect(await sent(on('Mon', '09:20'))).toEqual(['mia: Sam sent Ines back for repair'])
  await expect(again(cast.ada)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('a name can neither add a header nor a tag', async () => {
  const name = 'Ines\r\nBcc: all@evil.example\r\n\r\n<img src=x onerror=alert(1)>"&'
  await db.person.update({ where: { id: cast.mia.id }, data: { name: 'Mia\r\nBcc: all@evil.example' } })
  await repairOf(name, on('Mon', '09:00'))
  await sendMails(on('Mon', '09:00'))
  await db.person.update({ where: { id: cast.mia.id }, data: { name: 'Mia' } })
  const [mail] = box.taken()
  expect(mail?.bcc).toBeUndefined()
  expect(mail?.headers.map(({ key }) => key)).not.toContain('bcc')
  expect(mail?.to).toMatchObject([{ address: 'mia@baton.example' }])
  expect(mail?.subject).toBe('Sam sent Ines Bcc: all@evil.example <img src=x onerror=alert(1)>"& back for repair')
  expect(mail?.html).not.toContain('<img')
  expect(mail?.html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;')
})

test('a digest is one mail on working days from eight on, with what still has a reason; none when there is nothing', async () => {
  await chooseNotifications(cast.mia, { choices: [{ kind: 'repair', via: 'digest' }] })
  await repairOf('Ines', on('Fri', '15:00'))
  const { handoffId } = await repairOf('Per', on('Fri', '15:10'))
  await repairOf('Ola', on('Fri', '15:20'))
  await answerRepair(cast.mia, { handoffId, answer: 'disputed', note: 'It is right' }, { now: on('Fri', '15:30') })
  await db.notification.deleteMany({ where: { kind: { not: 'repair' } } })
  await db.mail.deleteMany()
  const monday = (clock: string) => new Date(on('Mon', clock).getTime() + 7 * 86_400_000)
  for (const early of [on('Fri', '07:00'), on('Sat', '09:00'), on('Sun', '12:00'), monday('07:59')])
    expect(await writeDigests(early)).toBe(0)
  const written = await Promise.all(Array.from({ length: 4 }, () => writeDigests(monday('08:00'))))
  expect(written.toSorted()).toEqual([0, 0, 0, 1])
  await sendMails(monday('08:00'))
  const [digest, ...more] = box.taken()
  expect(more).toEqual([])
  expect(digest?.subject).toMatch(/^2 things to know, \d+ \w+ 2031$/)
  for (const name of ['Ines', 'Ola']) expect(digest?.text).toContain(`Sam sent ${name} back for repair`)
  expect(digest?.text).not.toContain('Per')
  await repairOf('Eva', monday('09:00'))
  expect([await writeDigests(monday('10:00')), await sent(monday('10:00'))]).toEqual([0, []])
  const tuesday = new Date(monday('08:00').getTime() + 86_400_000)
  expect(await writeDigests(tuesday)).toBe(1)
  expect(await sent(tuesday)).toHaveLength(1)
  const wednesday = (clock: string) => new Date(monday(clock).getTime() + 2 * 86_400_000)
  expect(await writeDigests(wednesday('08:00'))).toBe(0)
  await repairOf('Kim', wednesday('09:00'))
  expect(await writeDigests(wednesday('10:00')), 'it is for the next morning').toBe(0)
})
