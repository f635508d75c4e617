import { beforeAll, expect, test } from 'vitest'
import { runBulkAction } from '@/lib/bulk/run-bulk-action'
import { startBulkAction } from '@/lib/bulk/start-bulk-action'
import { db } from '@/lib/db'
import { takeNextHandoff } from '@/lib/handoffs/take-next-handoff'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile } from '@/tests/integration/imports/file-import'

const reps = 100
const leads = 2000

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
  await db.person.createMany({
    data: Array.from({ length: reps - 2 }, (_, n) => ({
      name: `Rep ${n}`,
      email: `rep${n}@baton.example`,
      role: 'rep',
    })),
  })
  await db.$executeRaw`
    with added as (
      insert into lead (external_id, tags) select 'many ' || n, '{many}' from generate_series(1, ${leads}::int) n returning id
    )
    insert into lead_state (lead_id, stage, touch_count, policy_version)
    select id, 'HOT', 5, (select max(version) from scoring_policy) from added`
})

const titlesOf = async (name: keyof Cast) =>
  (await listNotifications(cast[name], { unread: true })).data.map(({ title }) => title)

test('2,000 hot leads that are offered at once are one row for each of 100 reps, which goes when nobody waits any more', async () => {
  const order = { filter: { tag: 'many' }, action: { kind: 'offer' } }
  const { id } = await startBulkAction(cast.mia, order)
  await runBulkAction(id, new AbortController().signal)
  expect(await db.handoff.count({ where: { status: 'WAITING' } })).toBe(leads)
  expect(await db.notification.count()).toBe(reps)
  expect(await titlesOf('sam')).toEqual(['2,000 hot leads were offered to Sales'])
  await takeNextHandoff(cast.sara, {})
  expect(await titlesOf('sam')).toHaveLength(1)
  await db.handoff.updateMany({ where: { status: 'WAITING' }, data: { status: 'WITHDRAWN', withdrawnAt: new Date() } })
  expect(await titlesOf('sam')).toEqual([])
})

test('an import of the past tells nobody; one that hands over tells each rep once, and who gives leads away one owner once', async () => {
  await db.notification.deleteMany()
  const people = Array.from({ length: 40 }, (_, n) => `past ${n}`)
  await importFile(cast.mia, ['externalId', ...people].join('\n'))
  const touches = people.flatMap((id) => Array.from({ length: 5 }, (_, n) => `${id},email,2026-0${n + 1}-03T10:00:00Z`))
  const file = ['lead.externalId,channel,occurredAt', ...touches].join('\n')
  await importFile(cast.mia, file, { kind: 'touchpoints' })
  await importFile(cast.max, 'lead.externalId,outcome,closedAt\npast 0,won,2026-06-01', { kind: 'outcomes' })
  expect(await db.notification.count()).toBe(0)

  const more = people.map((id) => id.replace('past', 'now'))
  await importFile(cast.mia, ['externalId,tags', ...more.map((id) => `${id},now`)].join('\n'))
  await importFile(cast.mia, file.replaceAll('past', 'now'), { kind: 'touchpoints', handOff: true })
  expect(await titlesOf('sam')).toEqual(['40 hot leads were offered to Sales'])
  expect(await db.notification.count()).toBe(reps)

  const order = { filter: { tag: 'now' }, action: { kind: 'owner', owner: cast.ada.id } }
  const { id } = await startBulkAction(cast.max, order)
  await runBulkAction(id, new AbortController().signal)
  expect(await titlesOf('ada')).toEqual(['Max gave you 40 leads'])
})
