import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { getBulkAction } from '@/lib/bulk/queries'
import { runBulkAction } from '@/lib/bulk/run-bulk-action'
import { startBulkAction } from '@/lib/bulk/start-bulk-action'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { db } from '@/lib/db'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import { importFile } from '@/tests/integration/imports/file-import'
import { replayFromRows } from '@/tests/integration/touchpoints/independent-replay'

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
  const rows = Array.from(
    { length: 5000 },
    (_, n) => `o${n},${['all', ...(n % 2 ? ['odd'] : []), ...(n % 3 ? [] : ['third'])].join('; ')}`,
  )
  await importFile(cast.mia, ['externalId,tags', ...rows].join('\n'))
}, 60_000)

test('bulk touches of overlapping leads and single touches at once: none fails, every count is exact', async () => {
  const run = async (actor: Actor, name: string, tag: string) => {
    const campaign = await createCampaign(actor, { name, channel: 'networking' })
    const action = { kind: 'touch', channel: 'networking', campaignId: campaign.id }
    const { id } = await startBulkAction(actor, { filter: { tag }, action })
    await runBulkAction(id, new AbortController().signal)
    return getBulkAction(actor, id)
  }
  const some = await db.lead.findMany({ where: { tags: { has: 'third' } }, select: { id: true }, take: 60 })
  const singles = async (leads: { id: string }[]) => {
    for (const { id } of leads) await logTouch(cast.mia, { leadId: id, channel: 'email' })
  }
  const [all, odd, third, again] = await Promise.all([
    run(cast.mia, 'All of them', 'all'),
    run(cast.max, 'The odd ones', 'odd'),
    run(cast.ada, 'Each third', 'third'),
    run(cast.mia, 'All once more', 'all'),
    singles(some),
    singles(some.toReversed()),
  ])
  expect([all, odd, third, again].map(({ status, changed, refused }) => [status, changed, refused])).toEqual([
    ['done', 5000, 0],
    ['done', 2500, 0],
    ['done', 1667, 0],
    ['done', 5000, 0],
  ])
  const wrong = await db.$queryRaw<{ leads: number }[]>`
    select count(*)::int as leads from lead_state s
    where touch_count <> (select count(*) from touchpoint t where t.lead_id = s.lead_id)
      or (stage = 'COLD') <> (touch_count < 3) or (stage = 'HOT') <> (touch_count >= 5)
      or (desk = 'QUEUE') <> (touch_count >= 3)
      or (desk = 'QUEUE') <> exists (select 1 from handoff h where h.lead_id = s.lead_id and h.status = 'WAITING')`
  expect(wrong).toEqual([{ leads: 0 }])
  expect(await db.touchpoint.count()).toBe(5000 + 2500 + 1667 + 5000 + 120)
  for (const { id } of some.slice(0, 5))
    expect(await db.leadState.findUniqueOrThrow({ where: { leadId: id } })).toMatchObject(
      await replayFromRows(id, new Date()),
    )
}, 120_000)
