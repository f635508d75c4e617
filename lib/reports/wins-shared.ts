import 'server-only'
import { db, type Tx } from '@/lib/db'
import { type Attribution, attribute, type TouchesOfWins, type WinsBySet } from '@/lib/reports/attribution'
import type { Books } from '@/lib/reports/books'
import { factsSql, within } from '@/lib/reports/facts-sql'
import { noCampaign } from '@/lib/reports/no-campaign'
import { channelsOf } from '@/lib/touchpoints/channel'
import { Prisma } from '@/prisma/generated/client'
import type { Channel } from '@/prisma/generated/enums'

const { sql } = Prisma

/** Wins that somebody touched who did not bring them home: of how many, with how many touches. */
export type AssistOf = { channel: Channel; wins: number; touches: number }

/** Marketing's part in the wins whose last touch was one of Sales. */
export type Assist = {
  /** Wins whose last touch was one of Sales. */
  closedBySales: number
  /** Of these, with at least one touch of Marketing before Sales accepted the lead for the first time, and these touches. */
  assisted: number
  touches: number
  /** The same by channel, the most wins first: a win is counted on each channel that helped. */
  byChannel: AssistOf[]
}

/** A row of the attribution, with the number of wins that it touched at all. */
export type Share<Name extends string> = Attribution<Name> & { touched: number }

export type WinsShared = { wins: number; byChannel: Share<Channel>[]; assist: Assist }

/**
 * The wins among the leads created in the period, shared over the channels of both teams: unvoided touches up to the win,
 * whether the policy counts them or not. With what Marketing did for the wins that Sales brought home.
 */
export async function winsShared(books: Books, tx: Tx = db): Promise<WinsShared> {
  const [row] = await tx.$queryRaw<(Walks<Channel> & Omit<Assist, 'byChannel'> & { helped: AssistOf[] | null })[]>(sql`
    with ${walkSql(books, sql`t.channel::text`)},
    assist as materialized (
      select w.lead_id, w.channel, count(*) as touches
      from walk w join walk last on last.lead_id = w.lead_id and last.is_last and ${isOf(sql`last.channel`, 'sales')}
      where w.occurred_at < w.first_accepted_at and ${isOf(sql`w.channel`, 'marketing')}
      group by 1, 2
    )
    select ${walks},
      (select count(*)::int from walk where is_last and ${isOf(sql`channel`, 'sales')}) as "closedBySales",
      (select count(distinct lead_id)::int from assist) as assisted,
      (select coalesce(sum(touches), 0)::int from assist) as touches,
      (select json_agg(a) from (
        select channel, count(*)::int as wins, sum(touches)::int as touches
        from assist group by 1 order by 2 desc, 3 desc, 1
      ) a) as helped`)
  if (!row) throw new Error('a count without a row')
  const { closedBySales, assisted, touches, helped } = row
  return {
    wins: winsOf(row.winsBySet ?? []),
    byChannel: sharesOf(row),
    assist: { closedBySales, assisted, touches, byChannel: helped ?? [] },
  }
}

export type CampaignShare = Share<string> & { campaign: string | null }

/** The same wins by campaign; touches without one share as `noCampaign`. `campaign` is its name. */
export async function winsByCampaign(books: Books, tx: Tx = db): Promise<CampaignShare[]> {
  const [row] = await tx.$queryRaw<Walks<string>[]>(sql`
    with ${walkSql(books, sql`coalesce(t.campaign_id::text, ${noCampaign})`)} select ${walks}`)
  if (!row) throw new Error('a count without a row')
  const shares = sharesOf(row)
  const ids = shares.flatMap(({ name }) => (name === null || name === noCampaign ? [] : [name]))
  const campaigns = await tx.campaign.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(campaigns.map(({ id, name }) => [id, name]))
  return shares.map((share) => ({ ...share, campaign: names.get(share.name ?? '') ?? null }))
}

type Walks<Name extends string> = { touchesOfWins: TouchesOfWins<Name>[] | null; winsBySet: WinsBySet<Name>[] | null }

function sharesOf<Name extends string>({ touchesOfWins, winsBySet }: Walks<Name>): Share<Name>[] {
  const sets = winsBySet ?? []
  return attribute(touchesOfWins ?? [], sets).map((row) => {
    const { name } = row
    const has = ({ names }: WinsBySet<Name>) => (name === null ? names.length === 0 : names.includes(name))
    return { ...row, touched: winsOf(sets.filter(has)) }
  })
}

const winsOf = (sets: WinsBySet<string>[]) => sets.reduce((sum, { wins }) => sum + wins, 0)

const isOf = (channel: Prisma.Sql, team: 'marketing' | 'sales') =>
  sql`${channel}::text in (${Prisma.join(channelsOf(team))})`

/** `win`, the wins of the cohort, and `walk`, their touches up to the win in the order in which they count. */
const walkSql = (books: Books, name: Prisma.Sql) => sql`
  ${factsSql(books)},
  win as materialized (
    select lead_id, closed_at, first_accepted_at from fact s
    where s.outcome = 'WON' and ${within(sql`s.created_at`, books.period)}
  ),
  walk as materialized (
    select t.lead_id, ${name} as name, t.channel, t.occurred_at, win.first_accepted_at,
      row_number() over per_win = 1 as is_first, lead(t.id) over per_win is null as is_last,
      count(*) over (partition by t.lead_id) as touches
    from win join touch t on t.lead_id = win.lead_id and t.occurred_at <= win.closed_at
    window per_win as (partition by t.lead_id order by t.occurred_at, t.logged_at, t.id)
  )`

/** What `attribute` takes, each as one value. */
const walks = sql`
  (select json_agg(o) from (
    select touches, name, count(*) as own, count(*) filter (where is_first) as first,
      count(*) filter (where is_last) as last
    from walk group by 1, 2
  ) o) as "touchesOfWins",
  (select json_agg(o) from (
    select names, count(*) as wins from (
      select coalesce(array_agg(distinct walk.name) filter (where walk.name is not null), '{}') as names
      from win left join walk on walk.lead_id = win.lead_id group by win.lead_id
    ) sets group by 1
  ) o) as "winsBySet"`
