import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createCampaign } from '@/lib/campaigns/create-campaign'
import { db } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { createLead } from '@/lib/leads/create-lead'
import { editLead } from '@/lib/leads/edit-lead'
import { periodEdge } from '@/lib/period'
import { approachGroups } from '@/lib/reports/worth/approach'
import { openBooks } from '@/lib/reports/books'
import { channelReach } from '@/lib/reports/worth/channel-reach'
import { credits } from '@/lib/reports/attribution/credit'
import { weeksOf } from '@/lib/reports/alignment/weeks'
import { winsByCampaign } from '@/lib/reports/attribution/wins-by-campaign'
import { winsShared } from '@/lib/reports/attribution/wins-shared'
import { worthReport } from '@/lib/reports/worth/worth'
import { logTouch } from '@/lib/touchpoints/log-touch'
import { type Cast, castOf } from '@/tests/integration/cast'
import {
  approachFromRows,
  assistFromRows,
  channelsFromRows,
  leadsFromRows,
  sharesFromRows,
  weekFromRows,
} from '@/tests/integration/reports/independent-teams'
import { anyStep, letTimePass, play } from '@/tests/integration/reports/random-history'
import { countOf, sameChannels, sameShares, sameWorth } from '@/tests/integration/reports/same-teams'
import { runs } from '@/tests/integration/runs'
import type { Channel } from '@/prisma/generated/enums'

const timeZone = 'America/New_York'
const hour = 3_600_000
let clock = new Date('2026-01-01T00:00:00Z').getTime()
let cast: Cast
const campaigns: string[] = []

beforeAll(async () => {
  cast = await castOf()
  await db.settings.update({ where: { id: 1 }, data: { timeZone } })
  for (const name of ['Fair', 'Letter'])
    campaigns.push((await createCampaign(cast.mia, { name, channel: 'email' }, { now: new Date(clock) })).id)
})

/** What random histories lack: values in two currencies, sources, and touches of campaigns. */
async function adorn(leadIds: string[], nth: number, now: Date) {
  const leadId = leadIds[nth % leadIds.length] ?? ''
  const changes = {
    value: nth * 7 + 0.25,
    currency: nth % 3 ? 'EUR' : 'USD',
    source: nth % 4 ? `Source ${nth % 2}` : null,
  }
  const touch = { leadId, channel: 'email', campaignId: campaigns[nth % 2] }
  const refused = (error: unknown) => {
    if (!(error instanceof DomainError)) throw error
  }
  await editLead(cast.max, { leadId, version: null, changes }, { now }).catch(refused)
  await logTouch(cast.mia, touch, { now }).catch(refused)
}

async function read(now: Date, asOf?: Date) {
  const books = await openBooks(cast.max, asOf ? { asOf: asOf.toISOString() } : {}, now)
  return {
    shared: winsShared(books),
    byCampaign: await winsByCampaign(books),
    worth: await worthReport(books),
    channels: channelReach(books, 'month'),
    weeks: weeksOf(books),
  }
}

test('warm before the first touch of Sales is warm without it: the touch of Sales that makes a lead warm finds it cold', async () => {
  const source = 'Boundary'
  const lead = async (...touched: Channel[]) => {
    const { id: leadId } = await createLead(cast.mia, { firstName: 'Ines', source }, { now: new Date((clock += hour)) })
    for (const channel of touched) await logTouch(cast.mia, { leadId, channel }, { now: new Date((clock += hour)) })
    return leadId
  }
  await lead('email', 'email', 'email', 'email', 'email', 'email', 'email', 'cold_call')
  await lead('email', 'email', 'email', 'demo')
  await lead('email', 'email', 'demo', 'email')
  await lead('demo', 'email', 'email', 'email')
  await lead('email')
  await lead()
  const { groups } = await worthReport(await openBooks(cast.max, { source }, new Date((clock += hour))))
  expect(approachGroups.map((group) => [group, groups[group].leads])).toEqual([
    ['warmed', 2],
    ['cold', 2],
    ['some', 1],
    ['alone', 1],
    ['never', 1],
    ['untouched', 1],
  ])
})

test('after any history the teams’ reports are true, open exactly their leads, and the past stays as it was read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 90, maxLength: 110 }), async (steps) => {
      const leadIds: string[] = []
      for (let n = 0; n < 5; n++) await play(cast, leadIds, { do: 'create', nth: n }, new Date((clock += hour)))
      const readings: { asOf: Date; then: unknown }[] = []
      for (const [index, step] of steps.entries()) {
        const now = new Date((clock += 9 * hour))
        await play(cast, leadIds, step, now)
        if (index % 3 === 0) await adorn(leadIds, step.nth, now)
        if (index % 30 !== 29) continue
        await letTimePass(now)
        readings.push({ asOf: now, then: await read(now) })
      }
      const now = new Date(clock + hour)
      await letTimePass(now)
      await agree(now)
      for (const { asOf, then } of readings) expect({ asOf, then: await read(now, asOf) }).toEqual({ asOf, then })
    }),
    { numRuns: runs(2), endOnFailure: true },
  )
}, 240_000)

async function agree(now: Date) {
  const report = await read(now)
  const count = countOf(cast.max)
  const leads = await leadsFromRows(now)

  sameShares(
    report.shared.byChannel,
    sharesFromRows(leads, ({ channel }) => channel),
  )
  sameShares(
    report.byCampaign,
    sharesFromRows(leads, ({ campaignId }) => campaignId ?? 'none'),
  )
  expect(report.shared.wins).toBe(leads.filter(({ wonAt }) => wonAt !== null).length)
  const { byChannel: helpers, ...assist } = report.shared.assist
  expect(assist).toEqual(assistFromRows(leads))
  for (const { channel, wins } of helpers) expect(await count({ channel, credit: 'assist' })).toBe(wins)
  expect(await count({ credit: 'assist' })).toBe(assist.assisted)
  for (const { name, first, last, touched } of report.shared.byChannel)
    for (const credit of credits.filter((each) => name && each !== 'assist'))
      expect([name, credit, (await count({ channel: name ?? '', credit })) * (credit === 'touched' ? 1 : 100)]).toEqual(
        [name, credit, { touched, first, last, assist: 0 }[credit]],
      )

  await sameWorth(cast.max, leads.map(approachFromRows), report.worth, await openBooks(cast.max, {}, now))
  await sameChannels(cast.max, channelsFromRows(leads, timeZone), report.channels)
  for (const week of report.weeks) {
    const end = periodEdge(new Date(Date.parse(week.monday) + 7 * 24 * hour).toISOString().slice(0, 10), timeZone)
    expect(week).toEqual(weekFromRows(leads, { monday: week.monday, end: end ?? now }, timeZone))
  }
  expect(report.weeks.length).toBeGreaterThan(2)
}
