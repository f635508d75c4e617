import { runBulkAction } from '@/lib/bulk/run-bulk-action'
import { startBulkAction } from '@/lib/bulk/start-bulk-action'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { db } from '@/lib/db'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { recordTouchpoints } from '@/lib/touchpoints/record-touchpoints'
import { recountAll } from '@/lib/touchpoints/recount-batch'
import { Prisma } from '@/prisma/generated/client'
import { distribute, generate } from './bench-data'
import { measureExport, measureImport } from './bench-import'
import { measureLists } from './bench-lists'
import { besides, timed } from './bench-measure'
import { measureReports } from './bench-reports'

/**
 * Speed on made-up data: the lists against the milliseconds that they may take, one touch and many touches at once beside
 * the plain SQL that writes the same rows in the same run. Machines are noisy: run it where nothing else runs.
 */
const [leads = 100_000, touches = 1_000_000] = process.argv.slice(2).map(Number)

const max = await db.person.create({
  data: { name: 'Max', email: 'max@baton.example', role: 'manager' },
  select: { id: true, name: true, email: true, role: true },
})
console.log(`${leads.toLocaleString('en')} leads, ${touches.toLocaleString('en')} touches`)
console.log(`written by plain SQL in ${((await timed(() => generate(leads, touches, max.id))) / 1000).toFixed(1)} s`)
console.log(`counted by the job in ${((await timed(() => recountAll())) / 1000).toFixed(1)} s`)
await distribute()

console.log(`\n${''.padEnd(56)}${'median'.padStart(11)}${'p95'.padStart(11)}  at most`)
await measureReports(max)
await measureLists(max)

const { id: leadId } = await db.lead.findFirstOrThrow({ select: { id: true } })
await besides(
  10,
  'one touch',
  () => logTouch(max, { leadId, channel: 'email' }),
  () =>
    db.$transaction([
      db.$executeRaw`insert into touchpoint (lead_id, channel, occurred_at, logged_at) values (${leadId}::uuid, 'email', now(), now())`,
      db.$executeRaw`insert into activity (lead_id, at, type) values (${leadId}::uuid, now(), 'touch_logged')`,
      db.$executeRaw`update lead_state set touch_count = touch_count + 1, last_touch_at = now() where lead_id = ${leadId}::uuid`,
    ]),
)

const many = Math.min(10_000, leads)
const some = await db.$queryRaw<{ id: string }[]>`select id from lead order by random() limit ${many}`
const ids = some.map(({ id }) => id)
await besides(
  1.5,
  `${many.toLocaleString('en')} touches at once`,
  () => {
    const now = new Date()
    return db.$transaction(
      (tx) =>
        recordTouchpoints(
          tx,
          ids.map((id) => ({ leadId: id, channel: 'webinar', direction: 'inbound', engaged: true, occurredAt: now })),
          { loggedById: max.id, now, offersRisen: true },
        ),
      { timeout: 120_000 },
    )
  },
  () =>
    db.$transaction([
      db.$executeRaw`insert into touchpoint (lead_id, channel, occurred_at, logged_at) select id, 'webinar', now(), now() from unnest(${ids}::uuid[]) id`,
      db.$executeRaw`insert into activity (lead_id, at, type) select id, now(), 'touch_logged' from unnest(${ids}::uuid[]) id`,
      db.$executeRaw`update lead_state set touch_count = touch_count + 1, last_touch_at = now() where lead_id = any(${ids}::uuid[])`,
    ]),
)
const touched = Math.min(100_000, leads)
const all = await db.$queryRaw<{ id: string }[]>`select id from lead order by id limit ${touched}`
const [first, last] = [all[0]?.id, all.at(-1)?.id]
await db.$executeRaw`update lead set tags = '{bench}' where id between ${first}::uuid and ${last}::uuid`
await db.$executeRawUnsafe('vacuum analyze lead')
let waves = 0

/** The same rows, counts and stages as a bulk touch writes, with nothing checked, told or kept for its undo. */
async function plainWave(personId: string, wave: number) {
  const tagged = Prisma.sql`select id from lead where tags @> '{bench}'`
  await db.$transaction(
    async (tx) => {
      const [{ id: campaignId } = { id: '' }] = await tx.$queryRaw<{ id: string }[]>`
        insert into campaign (name, name_key, channel) values (${`Plain ${wave}`}, ${`plain ${wave}`}, 'webinar') returning id`
      await tx.$executeRaw`
        with touches as (
          insert into touchpoint (lead_id, channel, campaign_id, occurred_at, logged_at, logged_by_id)
          select id, 'webinar', ${campaignId}::uuid, now(), now(), ${personId}::uuid from (${tagged}) l returning id, lead_id
        )
        insert into activity (lead_id, at, actor_id, type, data, touchpoint_id)
        select lead_id, now(), ${personId}::uuid, 'touch_logged', '{"channel": "webinar"}', id from touches`
      await tx.$executeRaw`
        with crossed as (
          update lead_state set touch_count = touch_count + 1, lifetime_touch_count = lifetime_touch_count + 1,
            marketing_touch_count = marketing_touch_count + 1, ticks = ticks || 'M', last_touch_at = now(),
            stage = case when touch_count + 1 >= 5 then 'HOT' when touch_count + 1 >= 3 then 'WARM' else 'COLD' end::"Stage",
            warmed_at = case when touch_count = 2 then now() else warmed_at end,
            hot_at = case when touch_count = 4 then now() else hot_at end
          where lead_id in (${tagged}) returning lead_id, touch_count
        )
        insert into activity (lead_id, at, type, data)
        select lead_id, now(), 'stage_changed', '{}' from crossed where touch_count in (3, 5)`
    },
    { timeout: 600_000 },
  )
}

await besides(
  1.5,
  `${touched.toLocaleString('en')} touches as a bulk action`,
  async () => {
    const name = `Wave ${++waves}`
    const { id: campaignId } = await createCampaign(max, { name, channel: 'webinar' })
    const action = { kind: 'touch', channel: 'webinar', campaignId }
    const { id } = await startBulkAction(max, { filter: { tag: 'bench' }, action })
    await runBulkAction(id, new AbortController().signal)
  },
  () => plainWave(max.id, ++waves),
  3,
)
await measureImport(max, Math.min(200_000, leads))
await measureExport(max)
console.log(`\nmemory of this process: ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
await db.$disconnect()
