import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { alignmentDefinition, alignmentInWords } from '@/lib/reports/alignment/alignment-words'
import { attributionModels } from '@/lib/reports/attribution/attribution'
import { modelsFor } from '@/lib/reports/attribution/attribution-chart'
import { attributionDefinition } from '@/lib/reports/attribution/attribution-words'
import { balanceOf } from '@/lib/reports/cohort/balance'
import { openBooks } from '@/lib/reports/books'
import { channelReach, type Per } from '@/lib/reports/worth/channel-reach'
import { readCohort } from '@/lib/reports/cohort/cohort'
import { balanceDefinition, channelsDefinition, worthDefinition } from '@/lib/reports/definitions'
import type { ReportInput } from '@/lib/reports/filters'
import { edgesOf } from '@/lib/reports/queries'
import { readAlignment, weeksOf } from '@/lib/reports/alignment/weeks'
import { winsByCampaign } from '@/lib/reports/attribution/wins-by-campaign'
import { type Share, winsShared } from '@/lib/reports/attribution/wins-shared'
import { worthReport } from '@/lib/reports/worth/worth'
import { claimsOf } from '@/lib/reports/worth/worth-words'
import { channels } from '@/lib/touchpoints/channel'
import { ratioOf } from '@/lib/statistics/ratio'

/**
 * What the teams do for each other, as the API answers it. As of a past moment: by what had been recorded then, under
 * the policy of then.
 *
 * All throw FORBIDDEN, and INVALID for a period that ends before it begins or a moment in the future.
 */
export async function balanceReport(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  const [{ groups }, weeks] = [readCohort(books), weeksOf(books)]
  const rows = balanceOf(groups).map((row) => ({
    ...row,
    marketingShare: ratioOf(row.marketingTouches, row.marketingTouches + row.salesTouches),
  }))
  return { ...edgesOf(asked, books), rows, weeks, definition: balanceDefinition }
}

/** Reach, frequency and credibility of each channel, in the whole period (`begins` null) and by week or month. */
export async function channelsReport(
  actor: Actor,
  { per = 'month', ...asked }: ReportInput & { per?: Per },
  now: Date,
) {
  const books = await openBooks(actor, asked, now)
  const rows = channelReach(books, per)
  return {
    ...edgesOf(asked, books),
    per,
    channels: rows.map(({ channel, begins, ...row }) => ({
      channel,
      team: channels[channel].team,
      begins,
      ...row,
      frequency: ratioOf(row.touches, row.reach),
      responseRate: ratioOf(row.responded, row.reach),
      acceptanceRate: ratioOf(row.accepted, row.answered),
    })),
    definition: channelsDefinition,
  }
}

/** The wins shared by every model that says something of so many, in wins. */
export async function attributionReport(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  const { wins, byChannel, assist } = winsShared(books)
  const byCampaign = await winsByCampaign(books)
  const sharesOf = (share: Share<string>, models = modelsFor(wins)) =>
    Object.fromEntries(attributionModels.map((model) => [model, models.includes(model) ? share[model] / 100 : null]))
  return {
    ...edgesOf(asked, books),
    wins,
    channels: byChannel.map((row) => ({ channel: row.name, touched: row.touched, ...sharesOf(row) })),
    campaigns: byCampaign.map((row) => ({
      campaign: row.campaign === null ? null : { id: row.name, name: row.campaign },
      hasTouches: row.name !== null,
      touched: row.touched,
      ...sharesOf(row, ['first', 'last', 'linear', 'position']),
    })),
    assist,
    definition: attributionDefinition,
  }
}

/** What came of the leads by how the teams came to them, and the two claims judged by that. */
export async function worthAnswer(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  const { groups, bySource, byQuarter, currency } = await worthReport(books)
  const partsOf = (parts: typeof bySource) => parts.map((part) => ({ ...part, groups: Object.values(part.groups) }))
  return {
    ...edgesOf(asked, books),
    currency,
    groups: Object.values(groups),
    claims: claimsOf(groups),
    bySource: partsOf(bySource),
    byQuarter: partsOf(byQuarter),
    definition: worthDefinition(currency),
  }
}

/** How the teams went together at the end of each week, and the verdict of the last one. */
export async function alignmentReport(actor: Actor, asked: ReportInput, now: Date) {
  const books = await openBooks(actor, asked, now)
  const weeks = readAlignment(books)
  const last = weeks.at(-1)
  return {
    ...edgesOf(asked, books),
    verdict: last?.verdict ?? null,
    words: alignmentInWords(last),
    weeks,
    definition: alignmentDefinition,
  }
}
